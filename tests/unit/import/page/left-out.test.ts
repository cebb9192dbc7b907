// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { withoutLeftOut } from '#domain/article/body/without-left-out.ts';
import { parseHtmlPage } from '#renderer/importer/html/parse-html-page.ts';

const prose = (subject: string): string =>
  `<p>${subject} was inspected on Monday, the water board said, and nothing was found that would delay the opening of the lock, which has been closed since the flood in January.</p>`;

/** A page with `inside` between the paragraphs of its article, and what became of its lines. */
const readPage = (inside: string, before = '', selected: readonly string[] = []) => {
  const parsed = parseHtmlPage(
    `<title>Lock opens again</title><body><article>${before}<h1>Lock opens again</h1>
    ${prose('The first gate')}${prose('The second gate')}${inside}${prose('The pump')}${prose('The bridge')}</article>`,
    undefined,
    selected,
  );
  if (parsed === null) throw new Error('the page holds text');
  const left = new Set(parsed.leftOut);
  const blocks = parsed.body.content.map((block, index) => ({
    text: canonicalText({ type: 'doc', content: [block] }),
    isLeftOut: left.has(index),
  }));
  return {
    hidden: parsed.hidden,
    kept: canonicalText(withoutLeftOut(parsed.body, parsed.leftOut)),
    leftOut: blocks.filter(({ isLeftOut }) => isLeftOut).map(({ text }) => text),
  };
};

describe('what surrounds an article inside of it', () => {
  it.each([
    ['an advert', '<div>Advertisement</div>', 'Advertisement'],
    ['a word in another language for it', '<p>Anzeige</p>', 'Anzeige'],
    ['a way on', '<p>Continue reading below</p>', 'Continue reading below'],
    ['a control', '<p>Replay</p>', 'Replay'],
    ['the word above a picture', '<p>Photo</p>', 'Photo'],
    [
      'a link to another text',
      '<p><b>Read more:</b> <a href="/x">Barges wait at the weir</a></p>',
      'Read more: Barges wait at the weir',
    ],
    [
      'a headline that is a link',
      '<p><a href="/x">Barges wait at the weir</a></p>',
      'Barges wait at the weir',
    ],
    [
      'an invitation',
      '<p>Sign up for <a href="/n">our newsletter</a> and read it first.</p>',
      'Sign up for our newsletter and read it first.',
    ],
    [
      'what stands in an aside',
      '<aside><p>Barges in numbers: a box.</p></aside>',
      'Barges in numbers: a box.',
    ],
    ['a form', '<form><p>Your address, please.</p></form>', 'Your address, please.'],
    ['what is called an advert', '<div class="c-ad promo"><p>Boats for hire.</p></div>', 'Boats for hire.'],
    [
      'what other companies set in',
      '<div id="taboola-below"><p>Around the web.</p></div>',
      'Around the web.',
    ],
  ])('is left out and offered: %s', (_, inside, line) => {
    const { kept, leftOut } = readPage(inside);
    expect(kept).not.toContain(line);
    expect(leftOut).toContain(line);
    expect(kept).toContain('The pump was inspected');
  });

  it.each([
    ['a list of places to share to', '<ul><li>Facebook</li><li>WhatsApp</li><li>Copy link</li></ul>'],
    [
      'a list of links',
      '<ul><li><a href="/a">Weir rebuilt</a></li><li><a href="/b">Flood remembered</a></li></ul>',
    ],
  ])('leaves with the heading over it: %s', (_, list) => {
    const { kept, leftOut } = readPage(`<h3>On the river</h3>${list}<h3>What comes next</h3>`);
    expect(kept).not.toContain('On the river');
    expect(kept).toContain('What comes next');
    expect(leftOut).toHaveLength(2);
  });

  it('is what stands before the headline', () => {
    const { kept, leftOut } = readPage('', '<div><a href="/">Home</a> <a href="/river">River</a></div>');
    expect(kept.startsWith('Lock opens again')).toBe(true);
    expect(leftOut.join()).toContain('River');
  });
});

describe('what stays in an article, whatever it is called', () => {
  it.each([
    [
      'a caption',
      '<figure class="related-image"><img src="https://x.example/a.jpg" alt="A"><figcaption>The gate on Sunday. Photo: A. Quill</figcaption></figure>',
      'The gate on Sunday. Photo: A. Quill',
    ],
    [
      'a table of data',
      '<div class="widget"><table><tr><th>Gate</th><th>Age</th></tr><tr><td>First</td><td>90</td></tr></table></div>',
      'First\n90',
    ],
    [
      'a correction in a footer',
      '<footer><p>Correction: an earlier version gave the wrong age of the gate.</p></footer>',
      'Correction: an earlier version gave the wrong age of the gate.',
    ],
    [
      'a correction in an aside',
      '<aside class="sidebar">Editor’s note: the board answered after this was printed.</aside>',
      'Editor’s note: the board answered after this was printed.',
    ],
    [
      'a quotation that was set in',
      '<div class="social-embed"><blockquote><p>We open on Friday and not a day before, says the board. <a href="https://x.example/1">x.example/1</a></p></blockquote></div>',
      'We open on Friday',
    ],
    [
      'a sentence that is a link',
      '<p><a href="/x">The board had said in March that it would open earlier.</a></p>',
      'The board had said in March',
    ],
    [
      'a question that leads to a place in the text',
      '<p><a href="#pump">How old is the pump</a></p>',
      'How old is the pump',
    ],
    [
      'a sentence that speaks of an advertisement',
      '<p>Advertisement on the river brings in a third of what the board spends.</p>',
      'Advertisement on the river',
    ],
    [
      'words inside a sentence',
      '<p>It was <span class="share-price">worth</span> less than <span class="related">nothing</span> then.</p>',
      'It was worth less than nothing then.',
    ],
  ])('%s', (_, inside, line) => {
    expect(readPage(inside).kept).toContain(line);
  });
});

describe('what a page folds away or hides inside its article', () => {
  const denial = 'The minister denied on Tuesday that the pump had ever failed.';
  const named = [{ words: 11, beginning: denial }];

  it.each([
    ['letters that are not seen', `<p style="visibility:hidden">${denial}</p>`],
    ['both', `<div style="display:none"><p style="visibility:hidden">${denial}</p></div>`],
    ['a frame that is hidden twice', `<div style="display:none"><p style="opacity:0">${denial}</p></div>`],
    ['an attribute', `<div hidden><p>${denial}</p></div>`],
  ])('is named and is no text, neither kept nor offered: %s', (_, inside) => {
    const { hidden, kept, leftOut } = readPage(inside);
    expect(hidden).toEqual(named);
    expect(`${kept} ${leftOut.join()}`).not.toContain('denied');
  });

  it.each([
    ['a label for those who listen', '<p><span style="display:none">Opens in a window</span></p>'],
    ['a program', '<div style="display:none"><script>let a = 1; let b = 2; let c = 3;</script></div>'],
    ['nothing', ''],
  ])('is not spoken of for %s', (_, inside) => {
    expect(readPage(inside).hidden).toEqual([]);
  });

  it('is not spoken of outside of the article', () => {
    const outside = `<nav style="display:none"><p>${denial}</p></nav>`;
    expect(
      readPage(`<aside>Boats for hire here.<div hidden>${denial}</div></aside>`, outside).hidden,
    ).toEqual([]);
  });

  it('is not spoken of for a dialog that is closed, which stands beside a text', () => {
    expect(readPage(`<dialog><p>${denial}</p></dialog>`).hidden).toEqual([]);
  });

  it('is text where a reader opens it by a click that the page itself offers', () => {
    const { hidden, kept } = readPage(`<details><summary>What he said</summary><p>${denial}</p></details>`);
    expect(kept).toContain(`What he said\n${denial}`);
    expect(hidden).toEqual([]);
  });
});

/** A page of its own, and what was kept of it. */
const readWhole = (inside: string) => {
  const parsed = parseHtmlPage(`<title>Lock opens again</title><body>${inside}`);
  if (parsed === null) throw new Error('the page holds text');
  return { ...parsed, kept: canonicalText(withoutLeftOut(parsed.body, parsed.leftOut)).split('\n') };
};
const rows = Array.from(
  { length: 180 },
  (_, row) => `<tr><td>Port ${row}</td><td>${row * 3}</td><td>Words, with commas, and more of them</td></tr>`,
).join('');
const heading = '<h1>Lock opens again</h1>';
const shortLines = ['The port is shut.', 'A boat was seen there, she said.', 'He left on Monday.'];

describe('what a page says and its article was not taken for', () => {
  it('is the text where its frame is called like furniture', () => {
    const { kept } = readWhole(
      `<header>${heading}</header><div class="entry-content-read-more">${shortLines.map((line) => `<p>${line}</p>`).join('')}${prose('The first gate')}</div>`,
    );
    expect(kept).toEqual(['Lock opens again', ...shortLines, expect.stringMatching(/^The first gate/)]);
  });

  it('is kept beside a large table that stands in a frame of its own', () => {
    const paragraphs = ['The first gate', 'The second gate', 'The pump'];
    const { kept } = readWhole(
      `${heading}<div>${paragraphs.map(prose).join('')}</div><div><table>${rows}</table></div>`,
    );
    for (const subject of paragraphs) expect(kept.some((line) => line.startsWith(subject))).toBe(true);
  });

  it('is what the page declares as the body of its article, and not the table beside it', () => {
    const { kept } = readWhole(
      `${heading}<div itemprop="articleBody"><p>${shortLines[0]}</p>${prose('The pump')}</div><div><table>${rows}</table></div>`,
    );
    expect(kept).toEqual(['Lock opens again', shortLines[0], expect.stringMatching(/^The pump/)]);
  });

  it('is kept in short paragraphs that hold a link, each in a frame of its own', () => {
    const framed = (inside: string) => `<div>${inside}</div>`;
    const { kept, leftOut } = readWhole(
      `<article>${heading}${['The first gate', 'The pump'].map((subject) => framed(prose(subject))).join('')}
      ${framed('<p>“We found it,” Jane Roe told <a href="/x">the Harbour Times</a>.</p>')}
      ${['The bridge', 'The canal'].map((subject) => framed(prose(subject))).join('')}
      ${framed('<p><a href="/z">Barges wait at the weir for a second week.</a></p>')}</article>`,
    );
    expect(kept[3]).toBe('“We found it,” Jane Roe told the Harbour Times.');
    expect(leftOut).toHaveLength(1);
  });

  it('is told of where most of it is not in the text', () => {
    expect(
      readWhole(`<article>${heading}${prose('The pump')}${prose('The weir')}</article>`).remarks,
    ).toEqual([]);
    const offers = Array.from(
      { length: 8 },
      (_, at) =>
        `<p>Gate ${at} is shut, and <a href="/n">our daily newsletter</a> says when it will be opened again for boats.</p>`,
    ).join('');
    const { remarks } = readWhole(
      `<article>${heading}${prose('The pump')}${prose('The weir')}${offers}</article>`,
    );
    expect(remarks).toEqual([{ kind: 'part-of-article', read: expect.any(Number), of: expect.any(Number) }]);
  });

  it('is told of where a page has hardly any words', () => {
    expect(readWhole(`${heading}<p>Loading…</p>`).remarks).toEqual([{ kind: 'few-words', count: 4 }]);
  });
});

it('leaves out the card of a person within a sentence, and keeps the sentence whole', () => {
  const { kept, leftOut } = readPage(
    '<p>Rep. <span><a href="/p">Jane Maria Roe</a><span><b>Jane Maria Roe</b> <a href="/q">Barges wait</a></span></span> said on Monday that the lock would open.</p>',
  );
  expect(kept).toContain('Rep. Jane Maria Roe said on Monday that the lock would open.');
  expect(leftOut).toEqual(['Jane Maria Roe Barges wait']);
});

it('stays in its place, item of a list or not, where words are selected in it alone', () => {
  const list = `<ul><li>The first pump was replaced in the night.</li>
    <li><a href="/x">The second pump was replaced on Tuesday, said the water board</a></li>
    <li>The third pump is old and will be replaced.</li></ul>`;
  const [second, third] = ['replaced on Tuesday, said the water board', 'The third pump is old'];
  expect(readPage(list).leftOut.join()).toContain(second);
  const { kept } = readPage(list, '', [`${second}\n   ${third}`]);
  expect(kept).toContain(`${second}\n${third}`);
  expect(readPage(list, '', [third]).leftOut.join()).toContain(second);
});
