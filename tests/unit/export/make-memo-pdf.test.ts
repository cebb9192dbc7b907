import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PdfOptions } from '#domain/contract/memo.ts';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import type { MemoHead } from '#domain/memo/memo.ts';
import type { MemoBlock, MemoSection } from '#domain/memo/memo-content.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import { makeMemoPdf } from '#electron/export/pdf/make-memo-pdf.ts';
import { sampleTask } from '../../support/archive/sample-records.ts';
import {
  pdfInfo,
  pdfMetadata,
  pdfObjects,
  pdfPageTexts,
  pdfStructure,
  pdfTaggedText,
  pdfText,
} from '../../support/files/read-pdf.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';
import { createTestCompiler, printMemo } from '../../support/memo/print-memo.ts';
import { dispatch, official, saidByOfficial } from '../../support/memo/said-by-official.ts';
import { materialOf, writeArticle } from '../../support/memo/written-article.ts';
import {
  cite,
  judgement,
  paragraph,
  quoteBlock,
  section,
  writeMemo,
} from '../../support/memo/written-memo.ts';

const compile = createTestCompiler();
const refuse: PdfOptions = { paper: 'a4', glyphs: 'refuse' };

let folder = '';
beforeAll(async () => {
  folder = await makeTemporaryFolder();
});
afterAll(() => removeFolder(folder));

let written = 0;
/** Makes the PDF, writes it, and answers where. */
const print = async (document: MemoDocument, options: PdfOptions = refuse): Promise<string> => {
  const file = join(folder, `${++written}.pdf`);
  await printMemo(compile, file, document, options);
  return file;
};

const article = writeArticle(
  ['The envoy left on Wednesday.', 'We see China sharing machine tools, he said.'],
  [
    {
      quote: 'We see China sharing machine tools',
      passage: saidByOfficial,
    },
  ],
  { about: { publicationId: dispatch.id } },
);
const material = materialOf([article], {
  sources: [official, dispatch],
  tasks: [sampleTask('Ask the trade desk', { owner: 'Trade desk' })],
});
const documentOf = (sections: readonly MemoSection[], head: Partial<MemoHead> = {}): MemoDocument =>
  buildMemoDocument(
    writeMemo(sections, head, { printedTaskIds: material.tasks.map(({ id }) => id) }),
    material,
  );
const withWords = (words: string): MemoDocument =>
  documentOf([section('analysis', 'Analysis', paragraph(words, cite(article, 0)))]);

const short = documentOf([
  section('bottom-line', 'Bottom line', paragraph('It goes on.', cite(article, 0))),
  section(
    'key-judgements',
    'Key judgements',
    judgement(['Support is very likely to go on.', cite(article, 0)], {
      likelihood: 'very-likely',
      confidenceReason: 'one official line',
      assumptions: 'Controls stay.',
      wouldChange: 'Series fall.',
    }),
  ),
  section(
    'background',
    'Background',
    quoteBlock(article, 0),
    paragraph(
      'So',
      { type: 'footnote', attrs: { text: 'By partner.' } },
      ' it stands: ',
      cite(article, 0, 'whole'),
    ),
  ),
]);
const lines = (text: string): string => text.replaceAll(/\s+/gu, ' ');

describe('a printed memo', () => {
  it('says who, what and how sure, with citations, follow-ups, sources and the copies cited', async () => {
    const file = await print(short);
    const text = lines(await pdfText(file, { layout: true }));
    for (const words of [
      'Beijing visit: what the warning changes',
      'For Director, regional desk',
      'From Analysis desk',
      'As of 24 April 2024, 09:00 UTC',
      'Ref. PM-2024-017',
      'Handling TLP:AMBER – need to know, organisation and its clients',
      'Bottom line It goes on. [1 ¶2]',
      'Support is very likely to go on. [1 ¶2] Confidence: moderate; one official line.',
      'Assumes: Controls stay.',
      'Would change if: Series fall.',
      'State Department official (unnamed), quoted in Harbour Dispatch, 22 April 2024 [1 ¶2]',
      'it stands: “We see China sharing machine tools” [1 ¶2]',
      'Ask the trade desk Trade desk 26 April 2024',
      'Harbour Dispatch, “Envoy carries a sanctions warning to Beijing”, newspaper article, 22 April 2024',
      'C fairly reliable',
      article.cited.article.textSha256,
    ]) {
      expect(text).toContain(words);
    }
  });

  it('says beside the text how likely a judgement is, and what a grade means', async () => {
    const heard = await pdfTaggedText(await print(short));
    expect(heard).toMatch(/Key judgements 1 Very likely 80–95 % Support is very likely to go on\./);
    expect(heard).toContain('B3 usually reliable; possibly true via Harbour Dispatch (C)');
  });

  it('shows the scale of its terms below the last judgement, and says it in words', async () => {
    const file = await print(short);
    expect(await pdfTaggedText(file)).toMatch(
      /Series fall\. Likelihood terms, ICD 203\. Dark: used in this memo\./,
    );
    expect(await pdfObjects(file)).toContain(
      String.raw`/Alt (Likelihood terms: very likely = 80 to 95 % \(ICD 203\).)`,
    );
  });

  it('prints the place of what carries no paragraph number', async () => {
    const headed = writeArticle(
      [
        'It closed.',
        { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Nine ships wait' }] },
      ],
      ['ships wait', 'It closed'],
    );
    const file = await print(
      buildMemoDocument(
        writeMemo([
          section('bottom-line', 'Bottom line', paragraph('So it is.', cite(headed, 0), cite(headed, 1))),
        ]),
        materialOf([headed]),
      ),
    );
    expect(lines(await pdfText(file, { layout: true }))).toContain(
      'So it is. [1 heading “Nine ships wait”; 1 ¶1]',
    );
  });

  it('claims PDF/UA-1, and is tagged in reading order', async () => {
    const file = await print(short);
    expect(await pdfMetadata(file)).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
    expect(await pdfInfo(file)).toMatchObject({ Tagged: 'yes', Title: short.title, Pages: '2' });
    const tags = (await pdfStructure(file)).split('\n').map((line) => line.trim());
    const order = [
      'H1 "Beijing',
      'H2 "Bottom line',
      'H2 "Key judgements',
      'L (block)',
      'BlockQuote',
      'Note',
      'Table',
    ];
    const places = order.map((tag) => tags.findIndex((line) => line.startsWith(tag)));
    expect(places).not.toContain(-1);
    expect(places.slice(0, 5)).toEqual(places.slice(0, 5).toSorted((a, b) => a - b));
    expect(tags.filter((line) => line.startsWith('TH'))).not.toHaveLength(0);
  });

  it('numbers footnotes by letters', async () => {
    expect(lines(await pdfText(await print(short)))).toMatch(/Soa it stands.* a ?By partner\./);
  });

  it('names its writer only where one is given, and neither path nor machine', async () => {
    const file = await print(short);
    expect((await pdfInfo(file)).Author).toBe('Analysis desk');
    const nameless = await print(documentOf([section('analysis', 'A', paragraph('So.'))], { from: '' }));
    expect((await pdfInfo(nameless)).Author).toBeUndefined();
    const metadata = `${await pdfMetadata(file)}${JSON.stringify(await pdfInfo(file))}`;
    for (const telling of [process.cwd(), folder, process.env.USER, process.env.HOME].filter(Boolean)) {
      if (telling !== undefined && telling.length > 4) expect(metadata).not.toContain(telling);
    }
  });

  it('is dated by its cut-off, and the same to the byte for the same memo', async () => {
    const [first, second] = [makeMemoPdf(compile, short, refuse), makeMemoPdf(compile, short, refuse)];
    const third = makeMemoPdf(createTestCompiler(), short, refuse);
    expect(first.ok && second.ok && third.ok).toBe(true);
    if (!first.ok || !second.ok || !third.ok) return;
    expect(Buffer.compare(first.value.pdf, second.value.pdf)).toBe(0);
    expect(Buffer.compare(first.value.pdf, third.value.pdf)).toBe(0);
    expect((await pdfInfo(await print(short))).CreationDate).toMatch(/Apr 24 09:00:00 2024 UTC/);
  });

  it.each([
    ['a4', /A4/],
    ['letter', /letter/],
  ] as const)('is made for %s', async (paper, size) => {
    expect((await pdfInfo(await print(short, { ...refuse, paper })))['Page size']).toMatch(size);
  });

  it('is printed where hardly anything is filled in', async () => {
    const text = await pdfText(await print(documentOf([], { for: '', from: '', marking: null })));
    expect(text).toContain('Beijing visit');
    expect(text).not.toContain('Handling');
    expect(text).not.toContain('TLP');
  });
});

const filler = 'The ministry confirmed that the shipments had been inspected twice. '.repeat(9);
const longMemo = (head: Partial<MemoHead> = {}, paragraphs = 11): MemoDocument =>
  documentOf(
    [
      section('bottom-line', 'Bottom line', paragraph('It goes on.')),
      section('key-judgements', 'Key judgements', judgement(['It is likely.'])),
      ...['Background', 'Analysis', 'Gaps'].map((heading) =>
        section('own', heading, ...Array.from({ length: paragraphs }, () => paragraph(filler))),
      ),
    ],
    head,
  );

describe('a long memo', () => {
  it('bears marking, restrictions and page number above or below every page', async () => {
    const restrictions = 'No onward distribution';
    const file = await print(longMemo({ restrictions, marking: { kind: 'tlp', label: 'TLP:AMBER+STRICT' } }));
    const pages = await pdfPageTexts(file, { layout: true });
    expect(pages.length).toBeGreaterThanOrEqual(4);
    pages.forEach((page, at) => {
      const rows = page.split('\n').filter((row) => row.trim() !== '');
      expect(rows[0]).toMatch(
        at === 0
          ? /^\s*PM-2024-017\s+TLP:AMBER\+STRICT$/
          : /^\s*PM-2024-017\s+(?:Background|Analysis|Gaps|Follow-up)\s+TLP:AMBER\+STRICT$/,
      );
      expect(rows[1]?.trim()).toBe(restrictions);
      expect(rows.at(-2)).toMatch(
        new RegExp(
          `Page ${at + 1} of ${pages.length}\\s+As of 24 April 2024, 09:00 UTC\\s+TLP:AMBER\\+STRICT$`,
        ),
      );
      expect(rows.at(-1)?.trim()).toBe(restrictions);
    });
  });

  it('lists its contents with page numbers from eight pages on, after the judgements', async () => {
    const pages = await pdfPageTexts(await print(longMemo({}, 24)), { layout: true });
    expect(pages.length).toBeGreaterThanOrEqual(8);
    expect(pages[0]).toMatch(
      /Bottom line[\s\S]*Key judgements[\s\S]*Contents[\s\S]*Background[ .\u2060]+1[\s\S]*Gaps[ .\u2060]+1[0-9]/,
    );
    expect(await pdfText(await print(longMemo({}, 6)))).not.toContain('Contents');
    expect(await pdfText(await print(short))).not.toContain('Contents');
  });

  it('never ends a page with a heading', async () => {
    const sections = Array.from({ length: 120 }, (_, at) =>
      section('own', `Part ${at}`, paragraph(filler.slice(0, 90 + ((at * 53) % 480)))),
    );
    const pages = await pdfPageTexts(await print(documentOf(sections)), { layout: true });
    for (const page of pages) {
      const rows = page.split('\n').filter((row) => row.trim() !== '');
      expect(rows.at(-2)).not.toMatch(/^\s*Part \d+$/);
    }
  });

  it('repeats the header of a table on each of its pages and keeps rows whole', async () => {
    const cell = (type: 'tableCell' | 'tableHeader', text: string) => ({
      type,
      attrs: { colspan: 1, rowspan: 1 },
      content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
    });
    const rows = Array.from({ length: 24 }, (_, at) => ({
      type: 'tableRow' as const,
      content: [cell('tableCell', `Row ${at}`), cell('tableCell', `begins ${'and goes on '.repeat(50)}ends`)],
    }));
    const head = {
      type: 'tableRow' as const,
      content: [cell('tableHeader', 'Partner'), cell('tableHeader', 'Change')],
    };
    const table: MemoBlock = { type: 'table', content: [head, ...rows] };
    const pages = (await pdfPageTexts(await print(documentOf([section('analysis', 'A', table)])))).filter(
      (page) => page.includes('Row'),
    );
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) {
      expect(page).toMatch(/Partner\s+Change/);
      expect(page.split('begins').length).toBe(page.split('ends').length);
    }
  });
});

describe('a list within lists', () => {
  const nested = (levels: number): MemoBlock => ({
    type: 'bulletList',
    content: [
      {
        type: 'listItem',
        content: [paragraph(`Level ${levels}`), ...(levels === 1 ? [] : [nested(levels - 1)])],
      },
    ],
  });

  it.each([20, 25, 60])('is printed whole with %i levels', async (levels) => {
    const text = await pdfText(await print(documentOf([section('analysis', 'A', nested(levels))])));
    const printed = Array.from(text.matchAll(/Level\s+(\d+)/g), ([, level]) => Number(level));
    expect(printed).toEqual(Array.from({ length: levels }, (_, at) => levels - at));
  });
});

describe('content', () => {
  it('is data: nothing in it is read as markup', async () => {
    const hostile =
      '#import "@preview/x:1.0.0": * $x^2$ = H *b* _i_ `c` [l](u) <a> @b \\ // #read("/etc/passwd") -- ~ end';
    expect(lines(await pdfText(await print(withWords(hostile))))).toContain(hostile);
  });

  it.each(['Привет Ελλάδα Łódź Việt Nam', 'office ½ № → ≈ € “ ” « »', 'שלום', 'مرحبا'])(
    'has a glyph for %s',
    (words) => {
      expect(makeMemoPdf(compile, withWords(words), refuse).ok).toBe(true);
    },
  );

  it('keeps white space and characters that have no width', async () => {
    const odd = 'a\tb\u00a0c\u200bd\u200de\u2060f\uFEFFg\u00adh\u2028i';
    expect(makeMemoPdf(compile, withWords(odd), refuse).ok).toBe(true);
  });

  it('stays on the page, however long a word is', async () => {
    const file = await print(withWords(`${'x'.repeat(400)} ${'https://a.example/'.repeat(30)}`));
    const text = await pdfText(file, { layout: true });
    expect(text.replaceAll(/[\s\u200b]/gu, '')).toContain('x'.repeat(400));
    expect(Math.max(...text.split('\n').map((row) => row.length))).toBeLessThan(130);
  });

  it('names a character that no font has, with its place', () => {
    expect(makeMemoPdf(compile, withWords('See 𐀀 and \u0001 here'), refuse)).toEqual({
      ok: false,
      error: {
        code: 'missing-glyphs',
        glyphs: [
          { character: '𐀀', codePoint: 'U+10000', place: 'Analysis' },
          { character: '\u0001', codePoint: 'U+0001', place: 'Analysis' },
        ],
      },
    });
  });

  it('is printed as code points where that is chosen', async () => {
    const words = 'See 𐀀, 𐀁‍𐀂 and \u0000 here';
    const text = lines(await pdfText(await print(withWords(words), { ...refuse, glyphs: 'code-point' })));
    expect(text).toContain('See [U+10000], [U+10001]');
    expect(text).toContain('[U+0000] here');
  });

  it('carries the language of a quote in another one, and keeps the sentence around it in order', async () => {
    const arabic = writeArticle(['قال الوزير نعم.'], ['قال الوزير نعم'], {
      bibliography: { language: 'ar' },
    });
    const memo = writeMemo([
      section(
        'analysis',
        'A',
        paragraph('He said: ', cite(arabic, 0, 'whole'), ', twice.'),
        quoteBlock(arabic, 0),
      ),
    ]);
    const file = await print(buildMemoDocument(memo, materialOf([arabic])));
    expect(await pdfObjects(file)).toMatch(/\/Lang \(ar\)/);
    const text = lines(await pdfText(file));
    expect(text).toMatch(/He said: “.*, twice\./);
    expect(text.match(/\p{Script=Arabic}+/gu)).toEqual(['قال', 'الوزير', 'نعم', 'قال', 'الوزير', 'نعم']);
  });
});
