import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256Schema } from '#domain/ids.ts';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import { dressDocument } from '#domain/memo/export/dress-document.ts';
import { usualParts } from '#domain/memo/export/export-parts.ts';
import type { MemoBlock, MemoInline, MemoSection } from '#domain/memo/memo-content.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import {
  pdfInfo,
  pdfLinks,
  pdfMetadata,
  pdfPageTexts,
  pdfStructure,
  pdfTaggedText,
  pdfText,
  pdfWords,
} from '../../support/files/read-pdf.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';
import { createTestCompiler, printMemo } from '../../support/memo/print-memo.ts';
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

let folder = '';
beforeAll(async () => {
  folder = await makeTemporaryFolder();
});
afterAll(() => removeFolder(folder));

let written = 0;
const print = async (document: MemoDocument, paper: 'a4' | 'letter' = 'a4'): Promise<string> => {
  const file = join(folder, `${++written}.pdf`);
  await printMemo(compile, file, document, { paper, glyphs: 'refuse' });
  return file;
};

const article = writeArticle(
  ['The envoy left on Wednesday.', 'The ministry had nothing to add.'],
  [
    'The envoy left on Wednesday',
    { quote: 'The ministry had nothing to add', passage: { grade: { reliability: null, credibility: 4 } } },
  ],
);
const documentOf = (...sections: readonly MemoSection[]): MemoDocument =>
  buildMemoDocument(writeMemo(sections), materialOf([article]));
const analysis = (...blocks: readonly MemoBlock[]): MemoDocument =>
  documentOf(section('analysis', 'Analysis', ...blocks));

const prose =
  'The ministry confirmed that the shipments had been inspected twice and that the papers named a consignee abroad. ' +
  'Two of the series published in the spring agree with this as far as the second intermediary. ';
const cell = (type: 'tableCell' | 'tableHeader', text: string) => ({
  type,
  attrs: { colspan: 1, rowspan: 1 },
  content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
});
const table = (...rows: readonly (readonly string[])[]): MemoBlock => ({
  type: 'table',
  content: rows.map((row, at) => ({
    type: 'tableRow' as const,
    content: row.map((text) => cell(at === 0 ? 'tableHeader' : 'tableCell', text)),
  })),
});
const link = (text: string, href: string): MemoInline => ({
  type: 'text',
  text,
  marks: [{ type: 'link', attrs: { href } }],
});
const flat = (text: string): string => text.replaceAll(/\s+/gu, ' ');

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

describe('the text of a memo', () => {
  it.each(['a4', 'letter'] as const)('has 62 to 75 characters on a line of %s', async (paper) => {
    const file = await print(
      analysis(...Array.from({ length: 12 }, () => paragraph(prose.repeat(3)))),
      paper,
    );
    const lines = Array.from((await pdfStructure(file)).matchAll(/^\s*"(.*)"$/gmu), ([, line]) => line ?? '')
      .map((line) => line.trim().length)
      .filter((length) => length > 40);
    expect(lines.length).toBeGreaterThan(50);
    expect(median(lines)).toBeGreaterThanOrEqual(62);
    expect(median(lines)).toBeLessThanOrEqual(75);
  });

  it('keeps its lines fourteen points apart, whatever stands in them', async () => {
    const note: MemoInline = { type: 'footnote', attrs: { text: 'By partner.' } };
    const file = await print(
      analysis(paragraph(prose, cite(article, 0), ' שלום ', note, ' מרחב مرحبا ½ → ', prose.repeat(2))),
    );
    const words = (await pdfWords(file, 1)).filter(({ word }) => /^[a-z]{4,}$/u.test(word));
    const inText = words.filter(({ x, top }) => x > 170 && top > 255 && top < 400);
    const tops = [...new Set(inText.map(({ top }) => Math.round(top)))].toSorted((a, b) => a - b);
    expect(tops.length).toBeGreaterThan(5);
    expect(tops).toEqual(tops.map((_, at) => (tops[0] ?? 0) + 14 * at));
  });

  it('has its paragraphs numbered after the judgements, in the gutter', async () => {
    const file = await print(
      documentOf(
        section('bottom-line', 'Bottom line', paragraph('It goes on.')),
        section('key-judgements', 'Key judgements', judgement(['It is likely.'])),
        section('background', 'Background', paragraph('First thing.'), paragraph('Second thing.')),
        section('analysis', 'Analysis', paragraph('Third thing.')),
      ),
    );
    const heard = await pdfTaggedText(file);
    expect(heard).toMatch(/Background 1 First thing\. 2 Second thing\. Analysis 3 Third thing\./);
    const words = await pdfWords(file, 1);
    const number = words.find(({ word }) => word === '3');
    const third = words.find(({ word }) => word === 'Third');
    expect(number?.right).toBeLessThan(third?.x ?? 0);
  });

  it('has terms of likelihood in semibold wherever its writer says them, and not in a quotation', async () => {
    const likely = writeArticle(['It is likely to last.'], ['It is likely to last']);
    const memo = writeMemo([
      section(
        'analysis',
        'Analysis',
        paragraph('It is very unlikely now, and not likely later.'),
        quoteBlock(likely, 0),
      ),
    ]);
    const tags = await pdfStructure(await print(buildMemoDocument(memo, materialOf([likely]))));
    expect(Array.from(tags.matchAll(/Span \(inline\)\s+"([^"]*)"/gu), ([, words]) => words)).toEqual([
      'very unlikely',
    ]);
  });

  it('copies addresses as they were typed, in the text and below it, and links them', async () => {
    const address = `https://harbour.example/world/${'register-of-calls/'.repeat(5)}2026`;
    const note: MemoInline = { type: 'footnote', attrs: { text: `See ${address}.` } };
    const file = await print(analysis(paragraph(`See ${address}`, note, '.')));
    const copied = (await pdfText(file)).replaceAll(/\s+/gu, '');
    expect(copied.split(address)).toHaveLength(3);
    expect(copied).not.toMatch(/[\u200B\uFDD0]/u);
    const { stdout } = await promisify(execFile)('pdfinfo', ['-url', file]);
    expect(stdout.split(address).length - 1).toBeGreaterThanOrEqual(2);
  });

  it('has the lines of a footnote ten and a half points apart', async () => {
    const note: MemoInline = { type: 'footnote', attrs: { text: `Begins ${prose.repeat(2)}` } };
    const words = await pdfWords(await print(analysis(paragraph('Short', note, '.'))), 1);
    const first = words.find(({ word }) => word.endsWith('Begins'));
    const tops = [
      ...new Set(words.filter(({ top }) => top > (first?.top ?? 0) && top < 757).map(({ top }) => top)),
    ];
    expect((tops.toSorted((a, b) => a - b)[0] ?? 0) - (first?.top ?? 0)).toBeCloseTo(10.5, 1);
  });

  it('parts a long word of a German title by a hyphen', async () => {
    const memo = writeMemo([section('analysis', 'Analyse', paragraph('So.'))], {
      title: 'Telekommunikationsüberwachungsverordnungsänderungsgesetz',
      language: 'de',
    });
    const file = await print(buildMemoDocument(memo, materialOf([])));
    const lines = (await pdfWords(file, 1))
      .map(({ word }) => word)
      .filter((word) => /[Tt]elekom|gesetz/u.test(word));
    expect(lines[0]).toMatch(/\u00AD$/u);
  });

  it('parts a word before a colon in a long title too, and sets that smaller', async () => {
    const title =
      `Binnenschifffahrtsstraßenordnung: ${'was die Sperrung der Schleuse ändert '.repeat(4)}`.trim();
    const heightOf = async (words: string) => {
      const memo = writeMemo([section('analysis', 'Analyse', paragraph('So.'))], {
        title: words,
        language: 'de',
      });
      return pdfWords(await print(buildMemoDocument(memo, materialOf([]))), 1);
    };
    const words = await heightOf(title);
    expect(words.some(({ word }) => word === 'Binnenschifffahrtsstraßenordnung:')).toBe(true);
    const topsOf = (all: typeof words, said: RegExp) => [
      ...new Set(
        all.filter(({ word, top }) => said.test(word) && top < 300).map(({ top }) => Math.round(top)),
      ),
    ];
    const tops = topsOf(words, /^(?:Sperrung|Schleuse)$/u).toSorted((a, b) => a - b);
    expect((tops.at(-1) ?? 0) - (tops[0] ?? 0)).toBeLessThan(4 * 20);
    expect(tops.length).toBeGreaterThan(1);
  });

  it('keeps the footer of a Chinese draft on one line, and counts no line of a footnote', async () => {
    const note: MemoInline = { type: 'footnote', attrs: { text: prose.repeat(4) } };
    const memo = writeMemo(
      [
        section(
          'analysis',
          '分析',
          ...Array.from({ length: 3 }, () => paragraph('港口关闭。'.repeat(40), note)),
        ),
      ],
      { language: 'zh' },
      { kind: 'correction' },
    );
    const material = materialOf([]);
    const dressing = { memo, material, draftNumber: 1, sentWith: null, manifest: null };
    const document = buildMemoDocument(memo, material);
    const file = await print(dressDocument(document, dressing, { ...usualParts, lineNumbers: true }));
    const words = await pdfWords(file, 1);
    const tops = words
      .filter(({ top, x }) => top > 765 && x > 170 && x < 430)
      .map(({ top }) => Math.round(top));
    expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(4);
    const notes = words.find(({ word }) => word === 'ministry')?.top ?? 0;
    const numbered = words.filter(
      ({ word, x, top }) => /^\d+$/u.test(word) && x > 525 && top > notes && top < 757,
    );
    expect(numbered).toEqual([]);
  });

  it('has the place of a passage of the annex in its order in a memo from right to left', async () => {
    const memo = writeMemo([section('analysis', 'ניתוח', paragraph('השליח', cite(article, 0), '.'))], {
      language: 'he',
    });
    const material = materialOf([article]);
    const dressing = { memo, material, draftNumber: 1, sentWith: null, manifest: null };
    const dressed = dressDocument(buildMemoDocument(memo, material), dressing, {
      ...usualParts,
      annex: true,
    });
    const pages = Number((await pdfInfo(await print(dressed))).Pages);
    const words = await pdfWords(join(folder, `${written}.pdf`), pages);
    const label = words.filter(({ word, x }) => /^(?:1|¶1|¶|1¶)$/u.test(word) && x > 440);
    const mark = label.find(({ word }) => word.includes('¶'));
    expect(mark).toBeDefined();
    // Source 1 is on the left of the mark, and paragraph 1 on its right.
    expect(label.some(({ right }) => right < (mark?.x ?? 0))).toBe(true);
  });

  it('keeps a quotation before its reference in a memo from right to left', async () => {
    const memo = writeMemo(
      [section('analysis', 'תחליל', paragraph('השליח אמר ', cite(article, 0, 'whole'), ' היום.'))],
      { language: 'he' },
    );
    const words = await pdfWords(await print(buildMemoDocument(memo, materialOf([article]))), 1);
    const at = (found: RegExp) => words.find(({ word }) => found.test(word))?.x ?? 0;
    expect(at(/^\[1/u)).toBeLessThan(at(/The/u));
    expect(at(/The/u)).toBeLessThan(at(/Wednesday/u));
  });

  it('prints where a link leads, unless its words say so', async () => {
    const file = await print(
      analysis(
        paragraph('See ', link('the figures', 'https://port.example/statistics/2023/second.html'), ' there.'),
        paragraph('See ', link('https://port.example', 'https://port.example/'), ' there.'),
      ),
    );
    const text = flat(await pdfText(file));
    expect(text).toContain('the figures (port.example/statistics/2023/second.html) there.');
    expect(text).toContain('See https://port.example there.');
  });
});

describe('what stands beside the text', () => {
  it('says that a passage or its source is not graded', async () => {
    const heard = await pdfTaggedText(await print(analysis(quoteBlock(article, 0), quoteBlock(article, 1))));
    expect(heard).toContain('Not graded');
    expect(heard).toContain('–/4 source not graded; doubtful');
  });

  it('shows a term only where the statement says that one alone', async () => {
    const of = (statement: string) => documentOf(section('key-judgements', 'K', judgement([statement])));
    expect(await pdfTaggedText(await print(of('It is likely.')))).toContain('Likely 55–80 %');
    expect(await pdfTaggedText(await print(of('It is likely, and very unlikely to end.')))).not.toContain(
      'Likely 55–80 %',
    );
  });
});

describe('a table', () => {
  it('has its figures on the right with their decimal signs below each other', async () => {
    const file = await print(
      analysis(
        table(['Port', 'Calls', 'Change'], ['Varna', '1,204.25', '12.5 %'], ['Odesa', '90.5', '–3 %']),
      ),
    );
    const words = await pdfWords(file, 1);
    const of = (text: string) => words.find(({ word }) => word === text);
    const digit = ((of('1,204.25')?.right ?? 0) - (of('1,204.25')?.x ?? 0)) / 7.2;
    expect((of('1,204.25')?.right ?? 0) - (of('90.5')?.right ?? 0)).toBeGreaterThan(digit * 0.8);
    expect((await pdfText(file)).replaceAll(/\s+/gu, ' ')).toContain('Odesa 90.5 –3 %');
  });

  it('shares what is to spare among many columns, and leaves it to the words of few', async () => {
    const months = Array.from({ length: 7 }, (_, at) => `M${at}`);
    const file = await print(
      analysis(table(['Port', ...months], ['Varna', ...months.map((_, at) => `${at + 1}1`)])),
    );
    const words = await pdfWords(file, 1);
    const at = (text: string) => words.find(({ word }) => word === text)?.right ?? 0;
    expect(at('11') - at('Varna')).toBeLessThan(100);
  });

  it('names the cells that head its rows as such', async () => {
    const file = await print(
      analysis({
        type: 'table',
        content: [
          { type: 'tableRow', content: [cell('tableHeader', 'Port'), cell('tableHeader', 'Calls')] },
          { type: 'tableRow', content: [cell('tableHeader', 'Varna'), cell('tableCell', '12')] },
        ],
      }),
    );
    const tags = flat(await pdfStructure(file));
    expect(tags).toMatch(/TH: \/Scope \/Row (?:(?!TD).)*"Varna" TD: /u);
    expect(tags.split('/Scope /Row')).toHaveLength(2);
    expect(tags.split('/Scope /Column')).toHaveLength(3);
  });

  it('is heard with its caption as a part of it', async () => {
    const block = table(['Port', 'Calls'], ['Varna', '12']);
    const named = { ...block, attrs: { caption: 'Calls at Varna', source: '' } } as MemoBlock;
    const tags = await pdfStructure(await print(analysis(named)));
    expect(flat(tags)).toMatch(/Table \(block\):[^T]*?Caption .*?"Table 1".*?"Calls at Varna".*?THead/u);
  });

  const numbers = table(['Partner', 'Trade'], ['China', '1,204'], ['Kyrgyzstan', '4']);

  it('has its figures on the right and its label beside it', async () => {
    const words = await pdfWords(await print(analysis(numbers)), 1);
    const right = (wanted: string): number => words.find(({ word }) => word === wanted)?.right ?? 0;
    expect(right('1,204')).toBeCloseTo(right('Trade'), 0);
    expect(words.find(({ word, x }) => word === '4' && Math.abs(right('1,204') - x) < 10)?.right).toBeCloseTo(
      right('1,204'),
      0,
    );
    expect(await pdfTaggedText(await print(analysis(numbers)))).toContain('Table 1');
  });

  it('stays whole up to twelve rows', async () => {
    const rows = Array.from({ length: 12 }, (_, at) => [`Row ${at}`, `${at}`]);
    const lines = Array.from({ length: 34 }, () => paragraph('A line.'));
    const pages = await pdfPageTexts(await print(analysis(...lines, table(['Name', 'Count'], ...rows))));
    expect(pages.filter((page) => page.includes('Row '))).toHaveLength(1);
  });

  it('turns to landscape where many columns need it, with its heading', async () => {
    const wide = Array.from({ length: 10 }, (_, at) => `Consignments${at}`);
    const file = await print(
      documentOf(
        section('analysis', 'Analysis', paragraph('Before.')),
        section('own', 'All routes', table(wide, wide)),
      ),
    );
    expect(await pdfInfo(file)).toMatchObject({ Pages: '2' });
    const [, second = ''] = await pdfPageTexts(file);
    expect(second).toMatch(/All routes[\s\S]*Consignments9/u);
    const words = await pdfWords(file, 2);
    expect(Math.max(...words.map(({ right }) => right))).toBeGreaterThan(620);
  });
});

describe('a source', () => {
  it('has its address whole, in pieces that break behind slashes', async () => {
    const url = `https://port.example/${'statistics/'.repeat(12)}transit-${'x'.repeat(90)}.html`;
    const cited = writeArticle(['So.'], ['So'], { bibliography: { url } });
    const memo = writeMemo([section('analysis', 'Analysis', paragraph('So it is.', cite(cited, 0)))]);
    const file = await print(buildMemoDocument(memo, materialOf([cited])));
    expect((await pdfText(file)).replaceAll(/[\s\u2066\u2069]/gu, '')).toContain(url.replace('https://', ''));
    const links = (await pdfLinks(file)).filter(({ name }) => name === url);
    expect(links.length).toBeGreaterThan(0);
    const words = await pdfWords(file, 1);
    expect(Math.max(...words.map(({ right }) => right))).toBeLessThan(525);
  });
});

describe('the record of sending', () => {
  it('prints the hash of what was sent behind the sources', async () => {
    const sentSha256 = sha256Schema.parse('0123456789abcdef'.repeat(4));
    const file = await print({ ...analysis(paragraph(prose)), sentSha256 });
    const words = (await pdfWords(file, 1)).map(({ word }) => word);
    expect(words.slice(words.indexOf('Annex:')).join(' ')).toContain('record of sending Memo');
    expect(words.join('')).toContain(sentSha256);
  });
});

describe('line numbers', () => {
  it('stand at every fifth line, also where a list and a table go on over a page', async () => {
    const items = Array.from({ length: 60 }, (_, at) => ({
      type: 'listItem' as const,
      content: [paragraph(`Item ${at}.`)],
    }));
    const rows = Array.from({ length: 60 }, (_, at) => [`Row ${at}`, 'and what it says']);
    const document = analysis({ type: 'bulletList', content: items }, table(['Name', 'Words'], ...rows));
    const file = await print({ ...document, hasLineNumbers: true });
    expect(await pdfMetadata(file)).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
    const margin = (await pdfWords(file, 1)).filter(({ x }) => x > 525).map(({ word }) => word);
    expect(margin.slice(0, 3)).toEqual(['5', '10', '15']);
  });
});

describe('restrictions', () => {
  it.each([1, 9, 60])('of %i sentences leave the marking where it is, on the page', async (sentences) => {
    const memo = writeMemo(
      [section('analysis', 'Analysis', ...Array.from({ length: 40 }, () => paragraph(prose)))],
      {
        restrictions: 'No onward distribution without consent. '.repeat(sentences),
      },
    );
    const file = await print(buildMemoDocument(memo, materialOf([])));
    const words = await pdfWords(file, 2);
    const labels = words.filter(({ word }) => word === 'TLP:AMBER');
    expect(labels).toHaveLength(2);
    for (const { right, top, bottom } of labels) {
      expect(right).toBeGreaterThan(505);
      expect(top).toBeGreaterThan(20);
      expect(bottom).toBeLessThan(830);
    }
  });
});
