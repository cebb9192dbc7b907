// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { type Body, bodySchema } from '#domain/article/body/body.ts';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { bodyFromDom } from '#renderer/importer/body/body-from-dom.ts';
import { applyPageStyles } from '#renderer/importer/html/prepare-page.ts';

const bodyOf = (html: string): Body | null => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  applyPageStyles(page);
  return bodyFromDom(page.body);
};

/** The blocks of a body that is checked as the main process checks it. */
const blocks = (html: string) => bodySchema.parse(bodyOf(html)).content;

const textOf = (html: string): string => {
  const body = bodyOf(html);
  return body === null ? '' : canonicalText(body);
};

const text = (words: string, ...marks: unknown[]) => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 ? { marks } : {}),
});
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const bold = { type: 'bold' };
const italic = { type: 'italic' };
const linkTo = (href: string) => ({ type: 'link', attrs: { href } });

describe('white space', () => {
  it.each([
    ['runs of it are one space', '<p>One \n\t  two</p>', 'One two'],
    ['it is not seen at the ends of a block', '<p>\n  One two  </p>', 'One two'],
    ['it is one space across elements', '<p>One <b> two</b> <i> three</i></p>', 'One two three'],
    ['none is added where there is none', '<p>One<b>two</b></p>', 'Onetwo'],
    ['it is not seen round a line break', '<p>One <br> two</p>', 'One\ntwo'],
    ['NBSP is kept', '<p>&nbsp;61&nbsp;&nbsp;billion </p>', '\u00A061\u00A0\u00A0billion'],
    ['it is kept in preformatted text', '<pre>a\n   b\n</pre>', 'a\n   b'],
    ['the later of two styles holds', '<p style="white-space:pre;white-space:normal">a  b</p>', 'a b'],
    ['zero-width and soft hyphens are characters', '<p>co&shy;op\u200Bx</p>', 'co\u00ADop\u200Bx'],
    ['a break opportunity is nothing', '<p>long<wbr>word</p>', 'longword'],
  ])('%s', (_, html, expected) => {
    expect(textOf(html)).toBe(expected);
  });
});

describe('paragraphs', () => {
  it('are what stands between blocks, whatever the blocks are called', () => {
    expect(textOf('<div>One<div>Two</div>Three<section>Four</section></div><x-y>Five</x-y>')).toBe(
      'One\nTwo\nThree\nFour\nFive',
    );
  });

  it('are parted by two line breaks, joined by one', () => {
    expect(blocks('<div>One<br>two<br><br>Three<br> &nbsp; <br>Four<br></div>')).toEqual([
      paragraph(text('One'), { type: 'hardBreak' }, text('two')),
      paragraph(text('Three')),
      paragraph(text('Four')),
    ]);
  });

  it('are not made of nothing', () => {
    expect(bodyOf('<p>&nbsp;</p><p> </p><p>\u200B</p><div><br></div><hr>')).toBeNull();
  });

  it('are found where blocks are made by style', () => {
    expect(textOf('<span style="display:block">One</span><span style="display: block">Two</span>')).toBe(
      'One\nTwo',
    );
  });
});

describe('marks', () => {
  it('are kept, nested, in the order of the schema', () => {
    expect(
      blocks('<p>a<em><strong>b</strong>c</em><code>d</code><sup>x</sup><del>e</del><ins>f</ins></p>'),
    ).toEqual([
      paragraph(
        text('a'),
        text('b', bold, italic),
        text('c', italic),
        text('d', { type: 'code' }),
        text('^x', { type: 'superscript' }),
        text('e', { type: 'strike' }),
        text('f', { type: 'inserted' }),
      ),
    ]);
  });

  it('hold through blocks inside them', () => {
    expect(blocks('<b><p>One</p><p>Two</p></b>')).toEqual([
      paragraph(text('One', bold)),
      paragraph(text('Two', bold)),
    ]);
  });

  it('follow the style that a word processor writes', () => {
    const html =
      '<b style="font-weight:normal"><p>a<span style="font-weight:700;font-style:italic">b</span></p></b>';
    expect(blocks(html)).toEqual([paragraph(text('a'), text('b', bold, italic))]);
  });

  it('make as few texts as they change', () => {
    expect(blocks('<p><span>a</span><span>b</span> <b>c</b><strong>d</strong></p>')).toEqual([
      paragraph(text('ab '), text('cd', bold)),
    ]);
  });

  it('lead to web and mail addresses', () => {
    expect(
      blocks('<p><a href="https://a.example/x?y=1&amp;z">a</a> <a href="mailto:b@example.org">b</a></p>'),
    ).toEqual([
      paragraph(
        text('a', linkTo('https://a.example/x?y=1&z')),
        text(' '),
        text('b', linkTo('mailto:b@example.org')),
      ),
    ]);
  });

  it.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    'vbscript:x',
    'app://precis/index.html',
    '#note',
    '/relative',
    '',
  ])('lead nowhere for the address %j', (href) => {
    expect(blocks(`<p><a href="${href.replace(/"/g, '&quot;')}">a</a></p>`)).toEqual([paragraph(text('a'))]);
  });
});

describe('blocks', () => {
  it('are headings of six levels', () => {
    expect(blocks('<h1>One</h1><h6>Six<br>lines</h6><h2> </h2>')).toEqual([
      { type: 'heading', attrs: { level: 1 }, content: [text('One')] },
      {
        type: 'heading',
        attrs: { level: 6 },
        content: [text('Six'), { type: 'hardBreak' }, text('lines')],
      },
    ]);
  });

  it('keep what stands in a heading and is no text of it', () => {
    expect(blocks('<h2><div>One</div><ul><li>Two</li></ul></h2>')).toEqual([
      { type: 'heading', attrs: { level: 2 }, content: [text('One')] },
      { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('Two'))] }] },
    ]);
  });

  it('are lists in lists, also where they stand beside the items', () => {
    const inner = { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('b'))] }] };
    const outer = {
      type: 'orderedList',
      attrs: { start: 3 },
      content: [{ type: 'listItem', content: [paragraph(text('a')), inner] }],
    };
    expect(blocks('<ol start="3"><li>a<ul><li>b</ul></ol>')).toEqual([outer]);
    expect(blocks('<ol start="3"><li>a</li><ul><li>b</ul></ol>')).toEqual([outer]);
  });

  it.each(['x', '99999999999999999999'])('take a list that starts at %s', (start) => {
    expect(blocks(`<ol start="${start}"><li>a</ol>`)[0]?.type).toBe('orderedList');
  });

  const list = (start: number, ...items: readonly string[]) => ({
    type: 'orderedList',
    attrs: { start },
    content: items.map((item) => ({ type: 'listItem', content: [paragraph(text(item))] })),
  });
  it('keep the numbers that a page gives them, whatever these are', () => {
    expect(blocks('<ol><li>a<li value="7">b<li>c</ol>')).toEqual([list(1, 'a'), list(7, 'b', 'c')]);
    expect(blocks('<ol><li>a<li><li>c</ol>')).toEqual([list(1, 'a'), list(3, 'c')]);
    expect(blocks('<ol reversed><li>a<li>b</ol>')).toEqual([list(2, 'a'), list(1, 'b')]);
    expect(blocks('<ol start="-1"><li>a<li>b</ol>')).toEqual([paragraph(text('-1. a')), list(0, 'b')]);
  });

  it.each([
    ['<ol type="a" start="3"><li>x<li>y</ol>', 'c. x\nd. y'],
    ['<ol type="A"><li>x<li value="27">y</ol>', 'A. x\nAA. y'],
    ['<ol type="i"><li value="4">x<li value="1999">y</ol>', 'iv. x\nmcmxcix. y'],
    ['<ol style="list-style-type: upper-roman"><li>x<li>y</ol>', 'I. x\nII. y'],
    [
      '<ol type="a"><li><b>x</b><ul><li>y</ul><li><table><tr><td>1<td>2<tr><td>3<td>4</table></ol>',
      'a. x\ny\nb.\n1\n2\n3\n4',
    ],
    ['<ol type="1"><li>x</ol>', 'x'],
  ])('stand with the letters that a page prints before them: %s', (html, expected) => {
    expect(textOf(html)).toBe(expected);
  });

  it('read signs without the reading that is set above them', () => {
    expect(textOf('<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字</p>')).toBe('漢字');
  });

  it.each([
    ['<div><div class="cap">T</div>he port</div>', 'The port'],
    ['<div><div class="cap">“W</div>e found it,” she said</div>', '“We found it,” she said'],
    ['<div><div class="cap">A</div> port</div>', 'A\nport'],
  ])('join the large first letter to its word: %s', (html, expected) => {
    expect(textOf(html)).toBe(expected);
  });

  it('are no lists where no item is seen', () => {
    expect(blocks('<p>a</p><ul><li> </li></ul><ol></ol>')).toEqual([paragraph(text('a'))]);
  });

  it('are quotes, code and rules', () => {
    expect(blocks('<hr><blockquote>a<p>b</p></blockquote><hr><hr><pre><b>x</b>\n y<br>z</pre><hr>')).toEqual([
      { type: 'blockquote', content: [paragraph(text('a')), paragraph(text('b'))] },
      { type: 'horizontalRule' },
      { type: 'codeBlock', content: [text('x\n y\nz')] },
    ]);
  });

  it('show quotation marks where a browser does', () => {
    expect(textOf('<p><q>We see <q>this</q></q>, he said.</p>')).toBe('“We see ‘this’”, he said.');
  });

  it('are tables of data, with their captions before them', () => {
    const html = `<table><caption>Exports</caption>
      <thead><tr><th scope=col>Year<th>Value</thead>
      <tbody><tr><td rowspan="0">2023<td colspan=2><p>5</p><p>6</p><tr><td><td>7</table>`;
    const cell = (type: string, attrs: object, ...content: unknown[]) => ({
      type,
      attrs: { colspan: 1, rowspan: 1, ...attrs },
      content,
    });
    expect(blocks(html)).toEqual([
      paragraph(text('Exports')),
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [
              cell('tableHeader', {}, paragraph(text('Year'))),
              cell('tableHeader', {}, paragraph(text('Value'))),
            ],
          },
          {
            type: 'tableRow',
            content: [
              cell('tableCell', {}, paragraph(text('2023'))),
              cell('tableCell', { colspan: 2 }, paragraph(text('5')), paragraph(text('6'))),
            ],
          },
          {
            type: 'tableRow',
            content: [
              cell('tableCell', {}, { type: 'paragraph' }),
              cell('tableCell', {}, paragraph(text('7'))),
            ],
          },
        ],
      },
    ]);
  });

  it.each([
    ['has one column', '<table><tr><td>One<tr><td>Two</table>'],
    ['holds another', '<table><tr><td>One<td><table><tr><td>Two</table></table>'],
    ['says so', '<table role=presentation><tr><td>One<td>Two</table>'],
  ])('are no table where it only lays out the page: it %s', (_, html) => {
    expect(blocks(html)).toEqual([paragraph(text('One')), paragraph(text('Two'))]);
  });

  it('are pictures, with their alternative texts and where they are or what they hold', () => {
    const html = `<p>a<img src="https://a.example/b.jpg" alt="A  harbour"></p>
      <img src="data:image/png;base64,AAAA" onerror="alert(1)"><img src="https://t.example/p" width="1" height="1">`;
    expect(blocks(html)).toEqual([
      paragraph(text('a'), { type: 'image', attrs: { alt: 'A harbour', src: 'https://a.example/b.jpg' } }),
      paragraph({ type: 'image', attrs: { alt: '', src: 'data:image/png;base64,AAAA' } }),
    ]);
    expect(textOf(html)).toBe('a\uFFFC\n\uFFFC');
  });
});

describe('what a reader does not see', () => {
  it.each([
    '<script>x</script>',
    '<style>x</style>',
    '<noscript>x</noscript>',
    '<template>x</template>',
    '<iframe>x</iframe>',
    '<svg><text>x</text></svg>',
    '<object>x</object>',
    '<button>x</button>',
    '<select><option>x</select>',
    '<textarea>x</textarea>',
    '<p hidden>x</p>',
    '<p style="color:red; display : none">x</p>',
    '<dialog>x</dialog>',
    '<!-- x -->',
  ])('is left out: %s', (html) => {
    expect(textOf(`<p>a</p>${html}<p>b</p>`)).toBe('a\nb');
  });
});

describe('a hostile page', () => {
  it('may nest as deep as it likes', () => {
    const html = `${'<blockquote><ul><li>'.repeat(300)}x`;
    expect(textOf(html)).toBe('x');
    expect(JSON.stringify(blocks(html)).split('"type"').length).toBeLessThan(80);
  });

  it('can give a cell no more room than the schema has', () => {
    const html = '<table><tr><td colspan=100000 rowspan=-3>a<td>b</table>';
    expect(JSON.stringify(blocks(html))).toContain('{"colspan":1000,"rowspan":1}');
  });
});
