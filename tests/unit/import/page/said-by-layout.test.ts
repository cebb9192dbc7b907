// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { bodySchema } from '#domain/article/body/body.ts';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { parseHtmlFragment } from '#renderer/importer/html/parse-html-fragment.ts';
import { parseHtmlPage } from '#renderer/importer/html/parse-html-page.ts';

const bodyOf = (html: string) => {
  const parsed = parseHtmlFragment(html, 'https://press.example/a');
  if (parsed === null) throw new Error('the fragment holds text');
  return bodySchema.parse(parsed.body);
};
const textOf = (html: string): string => canonicalText(bodyOf(html));

describe('raised text', () => {
  it.each([
    ['an exponent', '<p>10<sup>6</sup> litres</p>', '10⁶ litres'],
    ['an exponent in bold', '<p>10<sup><b>6</b></sup></p>', '10⁶'],
    ['one of an exponent', '<p>x<sup>2<sup>n</sup></sup></p>', 'x^(2ⁿ)'],
    ['a style', '<p>10<span style="vertical-align:super">6</span></p>', '10⁶'],
    ['a number of a note without a link', '<p>51 or 5<sup>1</sup> percent</p>', '51 or 5¹ percent'],
    ['a note', '<p>In 2019<sup><a href="#fn1">1</a></sup> it fell.</p>', 'In 2019[1] it fell.'],
    ['a note in a link', '<p>In 2019<a href="#fn1"><sup>1</sup></a> it fell.</p>', 'In 2019[1] it fell.'],
    [
      'a note of the page by its address',
      '<p>2019<sup><a href="https://press.example/a#n">1</a></sup></p>',
      '2019[1]',
    ],
    ['a note in brackets', '<p>2019<sup class="reference"><a href="#c">[1]</a></sup></p>', '2019[1]'],
    ['a note in brackets without a link', '<p>2019<sup>[1]</sup></p>', '2019[1]'],
    ['white space round it', '<p>10 <sup> 6 </sup> l</p>', '10 ⁶ l'],
    ['a formula in preformatted text', '<pre>10<sup>6</sup></pre>', '10⁶'],
    ['low text', '<p>H<sub>2</sub>O and x<sub>max</sub></p>', 'H₂O and x_(max)'],
  ])('is written into the text: %s', (_, html, expected) => expect(textOf(html)).toBe(expected));

  it('is marked where its characters are ordinary ones', () => {
    expect(JSON.stringify(bodyOf('<p>10<sup>6</sup>, x<sup>k</sup></p>').content)).toBe(
      JSON.stringify([
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: '10⁶, x' },
            { type: 'text', text: '^k', marks: [{ type: 'superscript' }] },
          ],
        },
      ]),
    );
  });
});

describe('formulas', () => {
  it.each([
    ['by their alternative text', '<math alttext="E = mc^2"><mi>E</mi></math>', 'E = mc^2'],
    [
      'by their TeX',
      '<math><semantics><mi>E</mi><annotation encoding="application/x-tex">{\\displaystyle E=m}</annotation></semantics></math>',
      'E=m',
    ],
    [
      'by what stands in them',
      '<math><msup><mi>x</mi><mn>2</mn></msup><mo>=</mo><mfrac><mn>1</mn><msub><mi>y</mi><mi>i</mi></msub></mfrac></math>',
      'x²=1/(y_i)',
    ],
    [
      'once, where a page holds them twice',
      '<span class="katex"><span><math alttext="x"></math></span><span aria-hidden="true">x</span></span>',
      'x',
    ],
    [
      'by the words of a picture',
      '<img class="math-image" alt="{\\displaystyle a+b}" src="https://x.example/a.svg">',
      'a+b',
    ],
  ])('are text: %s', (_, html, expected) => {
    expect(textOf(`<p>Let ${html} be.</p>`)).toBe(`Let ${expected} be.`);
    expect(JSON.stringify(bodyOf(`<p>Let ${html} be.</p>`))).toContain('{"type":"code"}');
  });
});

describe('words', () => {
  it.each([
    [
      'a caption and its credit',
      '<figcaption><span>The old gate.</span><span>Julian Roe</span></figcaption>',
      'The old gate. Julian Roe',
    ],
    ['a name and its office', '<p>By <a>Ana Quill</a><span>River Desk</span></p>', 'By Ana Quill River Desk'],
    [
      'boxes of a flex box',
      '<div style="display:flex"><span>Ana</span><span>Quill</span></div>',
      'Ana\nQuill',
    ],
    ['boxes of a grid', '<div style="display:grid"><b>Ana</b><i>Quill</i></div>', 'Ana\nQuill'],
    [
      'cells of a table that lays out',
      '<table role="presentation"><tr><td>Ana</td><td>Quill</td></tr></table>',
      'Ana\nQuill',
    ],
  ])('are parted where layout parts them: %s', (_, html, expected) => expect(textOf(html)).toBe(expected));

  it.each([
    ['a drop capital', '<p><span class="drop">T</span><span>he gate is old.</span></p>', 'The gate is old.'],
    ['a name of two styles', '<p><b>Mac</b><i>Donald</i></p>', 'MacDonald'],
    ['a quotation that begins', '<p>He wrote "<em>The Gate</em>" first.</p>', 'He wrote "The Gate" first.'],
    [
      'a block that a style makes inline',
      '<p>a <span>b</span></p><div style="display:inline">c</div>d',
      'a b\ncd',
    ],
  ])('are left whole: %s', (_, html, expected) => expect(textOf(html)).toBe(expected));
});

describe('text directly in a list', () => {
  it('is kept, with its item or as one', () => {
    expect(textOf('<ul>First <b>of</b> all<li>one</li>and more<li>two</li></ul>')).toBe(
      'First of all\none\nand more\ntwo',
    );
    expect(textOf('<ol>Only text</ol>')).toBe('Only text');
  });
});

describe('headline and byline', () => {
  it('survive a frame that only sounds like comments', () => {
    const prose =
      '<p>The lock was opened on Friday, the water board said, two days before it had been planned to open again.</p>'.repeat(
        5,
      );
    const parsed = parseHtmlPage(
      `<title>Lock opens</title><body class="single has-comments"><div id="page-comments-open" class="related-layout"><h1>Lock opens</h1><p class="byline">By Ana Quill</p>${prose}</div></body>`,
    );
    if (parsed === null) throw new Error('the page holds text');
    expect(canonicalText(parsed.body).split('\n').slice(0, 2)).toEqual(['Lock opens', 'By Ana Quill']);
  });
});
