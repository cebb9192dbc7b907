// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { parseHtmlPage } from '#renderer/importer/html/parse-html-page.ts';
import { bytesOfDataAddress } from '#renderer/importer/picture/data-address.ts';

const WORDS = 'The harbour office said no to all ships that want to pass, and gave no reason for it at all.';
const chart = (attributes = 'width="400" height="300"', inner = '<text x="9" y="9">Calls</text>'): string =>
  `<svg ${attributes}>${inner}<rect class="bar" width="9" height="9"/></svg>`;

const read = (drawing: string, head = '') => {
  const parsed = parseHtmlPage(
    `<html><head><title>Strait</title>${head}</head><body><article><h1>Strait</h1><p>${WORDS}</p>${drawing}<p>${WORDS}</p></article></body></html>`,
  );
  if (parsed === null) throw new Error('nothing was read');
  const addresses = [...JSON.stringify(parsed.body).matchAll(/"src":"(data:[^"]*)"/gu)].map(
    ([, src = '']) => src,
  );
  const drawn = addresses.map((src) => new TextDecoder().decode(bytesOfDataAddress(src) ?? new Uint8Array()));
  return { text: canonicalText(parsed.body), drawn, body: JSON.stringify(parsed.body) };
};

describe('a drawing that stands in a page', () => {
  it('is one character of the text, and its own words are not text', () => {
    const { text, drawn } = read(`<figure>${chart()}<figcaption>Calls by month</figcaption></figure>`);
    expect(text).toBe(`Strait\n${WORDS}\n\uFFFC\nCalls by month\n${WORDS}`);
    expect(drawn).toHaveLength(1);
  });

  it('looks as the sheets of the page say, and has the name that it says', () => {
    const { drawn, body } = read(
      chart('viewBox="0 0 400 300" role="img" aria-label="Calls of  April"'),
      '<style>.bar { fill: #123456 }</style>',
    );
    expect(drawn[0]).toContain('.bar { fill: #123456 }');
    expect(body).toContain('"alt":"Calls of April"');
  });

  it.each([
    ['a sign', chart('width="24" height="24"')],
    ['a mark of few shapes', chart('viewBox="0 0 512 512"', '')],
    ['a button', `<button>${chart()}</button>`],
    ['hidden', `<div style="display:none">${chart()}</div>`],
  ])('is left where it is %s', (_, drawing) => {
    expect(read(drawing).drawn).toEqual([]);
  });
});
