import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import mammoth from 'mammoth';
import { beforeAll, describe, expect, it } from 'vitest';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import { writeMemoDocx } from '#electron/export/docx/write-memo-docx.ts';
import { docxPart } from '../../../support/files/read-docx.ts';
import {
  formatMemo,
  headingsOfFormatMemo,
  memoWithWideTable,
  quotesOfFormatMemo,
} from '../../../support/memo/format-memo.ts';

/** ISO/IEC 29500-1, 17.3.1.26, as far as a memo has them. */
const paragraphOrder = [
  ...['pStyle', 'keepNext', 'keepLines', 'pageBreakBefore', 'framePr', 'widowControl', 'numPr'],
  ...[
    'suppressLineNumbers',
    'pBdr',
    'shd',
    'tabs',
    'suppressAutoHyphens',
    'bidi',
    'adjustRightInd',
    'snapToGrid',
  ],
  ...['spacing', 'ind', 'contextualSpacing', 'mirrorIndents', 'jc', 'outlineLvl', 'rPr', 'sectPr'],
];

const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Bottom Line Heading'] => h2:fresh",
  "p[style-name='heading 1'] => h2:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  'b => strong',
];

/** The document as mammoth reads it, a reader that shares no code with the writer. */
const readBack = async (bytes: Uint8Array): Promise<Document> => {
  const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { styleMap });
  expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
  return new JSDOM(value).window.document;
};

const longMemo = (): MemoDocument => {
  const memo = formatMemo();
  return { ...memo, sections: Array.from({ length: 24 }, () => memo.sections).flat() };
};

describe('a memo as a Word document', () => {
  let bytes: Uint8Array;
  let read: Document;
  const texts = (selector: string): readonly string[] =>
    [...read.querySelectorAll(selector)].map(({ textContent }) => textContent ?? '');
  const part = (name: string): string => docxPart(bytes, name);

  beforeAll(async () => {
    bytes = await writeMemoDocx(formatMemo(), 'a4');
    read = await readBack(bytes);
  });

  it('has a title, and a heading for each part', () => {
    expect(texts('h1')).toEqual(['Beijing visit: <what> the “warning” changes']);
    expect(texts('h2')).toEqual(headingsOfFormatMemo);
  });

  it('keeps each quotation, in its language and direction', () => {
    for (const quote of quotesOfFormatMemo) expect(read.body.textContent).toContain(quote);
    expect(part('word/document.xml')).toMatch(
      /<w:rtl\/>(?:(?!<w:r>).)*<w:lang w:val="ar" w:bidi="ar"\/>(?:(?!<w:r>).)*الميناء مغلق/u,
    );
    expect(texts('blockquote')).toEqual(['1_000 units. # not a heading']);
  });

  it('links each citation to its source', () => {
    const link = [...read.querySelectorAll('a')].find(({ textContent }) => textContent === '1\u00A0¶1');
    const target = read.querySelector(`[id="${link?.getAttribute('href')?.slice(1)}"]`);
    expect(target?.closest('li, p')?.textContent).toContain('Harbour Dispatch');
  });

  it('numbers judgements, sources and lists by Word, so that they can be gone on with', () => {
    expect(texts('ol > li').map((text) => text.slice(0, 14))).toEqual(
      expect.arrayContaining(['It will likely', 'Very unlikely:', 'One', 'Harbour Dispat']),
    );
    expect(texts('ul > li')).toEqual(['Below two']);
    expect(texts('strong')).toEqual(expect.arrayContaining(['unlikely', 'likely', 'Very unlikely:']));
  });

  it('marks footnotes by letters', () => {
    expect(texts('[id^="footnote-"]').map((text) => text.replace('↑', '').trim())).toEqual(
      expect.arrayContaining(['A note <of> two.', 'Another.']),
    );
    expect(part('word/document.xml')).toContain(
      '<w:footnotePr><w:numFmt w:val="lowerLetter"/></w:footnotePr>',
    );
  });

  it('has tables with merged cells and a head that is repeated', () => {
    expect(texts('thead th')).toEqual(expect.arrayContaining(['Port', 'Ships | day']));
    expect(texts('td[colspan="2"]')).toEqual(['Both, all of April']);
  });

  it('turns a page for a table with more columns than a page is wide, caption and source with it', async () => {
    const made = docxPart(await writeMemoDocx(memoWithWideTable(), 'a4'), 'word/document.xml');
    // The page of a stretch is told within its last paragraph.
    const order = [...made.matchAll(/w:orient="\w+"|Before\.|Table 1\.|Harbour register<|After\./gu)];
    expect(order.map(([word]) => word)).toEqual([
      'w:orient="portrait"',
      'Before.',
      'Table 1.',
      'w:orient="landscape"',
      'Harbour register<',
      'After.',
      'w:orient="portrait"',
    ]);
    expect(docxPart(bytes, 'word/document.xml')).not.toContain('landscape');
  });

  it('ends a name that is written from right to left, so that the date behind it stays where it is', () => {
    const entry = part('word/document.xml')
      .split('<w:p>')
      .find((paragraph) => paragraph.includes('صحيفة الميناء'));
    expect(entry?.replace(/<[^>]*>/gu, '')).toContain(
      'صحيفة الميناء\u200E, “الميناء\u200E”, newspaper article',
    );
    expect(entry).toContain('<w:bidi w:val="false"/>');
  });

  it('is marked on every page, in the colours of the label, with its restrictions and the number of the page', () => {
    for (const name of ['word/header1.xml', 'word/footer1.xml']) {
      expect(part(name)).toContain('TLP:AMBER');
      expect(part(name)).toContain('<w:color w:val="FFC000"/>');
      expect(part(name)).toContain('w:fill="000000"');
      expect(part(name)).toContain('Not to the press');
    }
    expect(part('word/footer1.xml')).toMatch(/PAGE.*NUMPAGES/su);
  });

  it('names its author where it has one, and nobody else', async () => {
    expect(part('docProps/core.xml')).toContain('<dc:creator>Analysis desk</dc:creator>');
    const unnamed = docxPart(await writeMemoDocx({ ...formatMemo(), from: '' }, 'a4'), 'docProps/core.xml');
    expect(unnamed).not.toMatch(/Un-named|Analysis desk/u);
    expect(unnamed).toContain('2024-04-24T09:00:00.000Z');
  });

  it('is the same file whenever it is made', async () => {
    const document = longMemo();
    const [one, other] = [await writeMemoDocx(document, 'a4'), await writeMemoDocx(document, 'a4')];
    expect(Buffer.from(one).equals(other)).toBe(true);
  });

  it('lists its contents where it is long, and asks nothing when it is opened', async () => {
    const document = docxPart(await writeMemoDocx(longMemo(), 'letter'), 'word/document.xml');
    expect(/TOC \\h/u.test(document)).toBe(true);
    expect(document.includes('w:dirty="true"')).toBe(false);
    expect(part('word/document.xml').includes('TOC ')).toBe(false);
    expect(part('word/settings.xml')).not.toContain('updateFields');
  });

  it('prints words that look like fields as they are, and no character that XML has not', async () => {
    const memo = { ...longMemo(), title: 'See PAGEREF _Toc998877 and \uFFFE\uFFFF end' };
    const made = await writeMemoDocx(memo, 'a4');
    for (const name of ['word/document.xml', 'docProps/core.xml']) {
      expect(docxPart(made, name)).toContain('See PAGEREF _Toc998877 and \uFFFD\uFFFD end');
    }
  });

  it('has the properties of its paragraphs in the order that the schema wants', async () => {
    const files = await Promise.all([
      writeMemoDocx(formatMemo({ restrictions: 'Not to the press' }), 'a4'),
      writeMemoDocx(formatMemo({ language: 'ar' }), 'a4'),
      writeMemoDocx(memoWithWideTable(), 'a4'),
    ]);
    const parts = files.flatMap((file) =>
      Object.entries(unzipSync(file)).filter(([name]) => /^word\/[a-z0-9]+\.xml$/u.test(name)),
    );
    for (const [name, xml] of parts) {
      for (const [, own = ''] of strFromU8(xml).matchAll(/<w:pPr>([\s\S]*?)<\/w:pPr>/gu)) {
        const names = Array.from(
          own
            .replaceAll(/<w:(numPr|pBdr|tabs|rPr|sectPr)>[\s\S]*?<\/w:\1>/gu, '<w:$1/>')
            .matchAll(/<w:(\w+)/gu),
          ([, each = '']) => each,
        );
        const places = names.map((each) => paragraphOrder.indexOf(each));
        expect([name, own, places.every((place, at) => place > (places[at - 1] ?? -1))]).toEqual([
          name,
          own,
          true,
        ]);
      }
    }
    expect(parts.some(([name]) => name.startsWith('word/header'))).toBe(true);
  });

  it('runs from right to left as a whole where its language does', async () => {
    const file = await writeMemoDocx(formatMemo({ language: 'he' }), 'a4');
    const [body, styles] = [docxPart(file, 'word/document.xml'), docxPart(file, 'word/styles.xml')];
    expect(styles).toContain('<w:pPrDefault><w:pPr><w:bidi/>');
    for (const [section] of body.matchAll(/<w:sectPr>[\s\S]*?<\/w:sectPr>/gu))
      expect(section).toContain('<w:bidi/>');
    expect(body.split('<w:tbl>').length).toBe(body.split('<w:bidiVisual/>').length);
    expect(styles).toMatch(/w:styleId="Quote"[\s\S]*?<w:pBdr><w:right/u);
    const plain = docxPart(await writeMemoDocx(formatMemo(), 'a4'), 'word/document.xml');
    expect(plain).not.toMatch(/<w:bidiVisual\/>|<w:bidi\/><w:docGrid/u);
  });
});
