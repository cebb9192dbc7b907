import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import type { MemoBlock } from '#domain/memo/memo-content.ts';
import { differingWords } from '#domain/memo/verify/compare-words.ts';
import { asWritten, type BlockPlace, type LaidPages } from '#electron/export/typst/page/laid-pages.ts';
import { moveTurned, nextPlacements } from '#electron/export/typst/page/place-floats.ts';
import { pdfInfo, pdfPageTexts, pdfWords } from '../../support/files/read-pdf.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';
import { createTestCompiler, printMemo } from '../../support/memo/print-memo.ts';
import { materialOf } from '../../support/memo/written-article.ts';
import { paragraph, section, subHeading, writeMemo } from '../../support/memo/written-memo.ts';

const block = (at: number, role: BlockPlace['role'], sectionAt = 0): BlockPlace => ({
  id: role === 'end' || role === 'last-end' ? `${sectionAt}.end` : `${sectionAt}.${at}`,
  section: sectionAt,
  role,
});

/** Pages of 100 points, and where each block ends up: `[page, y]` before it, and within it where it is a float. */
const pagesOf = (
  before: Readonly<Record<string, readonly [number, number]>>,
  inside: Readonly<Record<string, readonly [number, number]>> = {},
): LaidPages => {
  const places = (of: typeof before) =>
    new Map(Object.entries(of).map(([id, [page, y]]) => [id, { id, page, y }]));
  return { area: { top: 0, bottom: 100 }, before: places(before), inside: places(inside) };
};

describe('where a table or a figure goes', () => {
  it('lets the text go on where the page would end early, and leaves it where little is empty', () => {
    const blocks = [block(0, 'text'), block(1, 'float'), block(2, 'text'), block(3, 'end')];
    const at = (y: number) => pagesOf({ '0.1': [1, y] }, { '0.1': [2, 0] });
    expect(nextPlacements(blocks, at(40), asWritten)).toEqual(new Map([['0.1', 'float']]));
    expect(nextPlacements(blocks, at(80), asWritten)).toBeNull();
    expect(nextPlacements(blocks, pagesOf({ '0.1': [1, 40] }, { '0.1': [1, 40] }), asWritten)).toBeNull();
  });

  it('leaves its heading where text of its own follows, and breaks a table where none does', () => {
    const pages = pagesOf({ '0.1': [1, 40], '0.2': [1, 50] }, { '0.2': [2, 20] });
    const withText = [block(0, 'text'), block(1, 'heading'), block(2, 'rows'), block(3, 'text')];
    expect(nextPlacements(withText, pages, asWritten)?.get('0.2')).toBe('float');
    const alone = [block(0, 'text'), block(1, 'heading'), block(2, 'rows'), block(3, 'heading')];
    expect(nextPlacements(alone, pages, asWritten)?.get('0.2')).toBe('break');
    const figure = [block(0, 'text'), block(1, 'heading'), block(2, 'float'), block(3, 'end')];
    expect(nextPlacements(figure, pages, asWritten)).toBeNull();
  });

  it('breaks a table that is all that a section holds: its heading is not left, nor are sources before it', () => {
    const pages = pagesOf({ '0.0': [1, 0], '1.0': [1, 40] }, { '1.0': [2, 0] });
    const alone = [block(0, 'text'), block(0, 'end'), block(0, 'rows', 1), block(1, 'end', 1)];
    expect(nextPlacements(alone, pages, asWritten)).toEqual(new Map([['1.0', 'break']]));
    const followed = [block(0, 'text'), block(0, 'rows', 1), block(1, 'text', 1), block(2, 'end', 1)];
    expect(nextPlacements(followed, pages, asWritten)).toEqual(new Map([['1.0', 'float']]));
  });

  it('lets nothing float on among the sources: a table breaks, a figure stands where it fits before', () => {
    const withLast = (role: 'rows' | 'float') => [
      block(0, 'text'),
      block(1, 'text'),
      block(2, role),
      block(3, 'last-end'),
    ];
    const pages = pagesOf(
      { '0.0': [1, 0], '0.1': [1, 20], '0.2': [1, 60], '0.end': [2, 50] },
      { '0.2': [2, 0] },
    );
    expect(nextPlacements(withLast('rows'), pages, asWritten)).toEqual(new Map([['0.2', 'break']]));
    expect(nextPlacements(withLast('float'), pages, asWritten)).toEqual(new Map([['0.2', { at: -1 }]]));
    const high = pagesOf({ '0.0': [1, 0], '0.2': [1, 60], '0.end': [3, 0] }, { '0.2': [2, 0] });
    expect(nextPlacements(withLast('float'), high, asWritten)).toBeNull();
  });

  it('begins a long table on the next page where one high row of it would stand alone', () => {
    const blocks = [block(0, 'text'), block(1, 'long'), block(2, 'text')];
    const from = (y: number, second: readonly [number, number]) =>
      pagesOf({ '0.1': [1, y], '0.2': [2, 60] }, { '0.1': [1, y], '0.1:second': second });
    expect(nextPlacements(blocks, from(60, [2, 0]), asWritten)).toEqual(new Map([['0.1', 'next']]));
    expect(nextPlacements(blocks, from(60, [1, 80]), asWritten)).toBeNull();
    expect(nextPlacements(blocks, from(20, [2, 0]), asWritten)).toBeNull();
  });

  it('keeps two in their order, and says nothing twice', () => {
    const blocks = [block(0, 'float'), block(1, 'float')];
    const pages = pagesOf({ '0.0': [1, 90], '0.1': [1, 95] }, { '0.0': [2, 0], '0.1': [1, 95] });
    const placed = nextPlacements(blocks, pages, asWritten);
    expect(placed).toEqual(new Map([['0.1', 'float']]));
    expect(nextPlacements(blocks, pages, placed ?? asWritten)).toBeNull();
  });

  it('moves a turned page behind the text that fills the page before it, or before that page', () => {
    const blocks = [
      block(0, 'text'),
      block(1, 'turned'),
      block(2, 'text'),
      block(3, 'text'),
      block(4, 'end'),
    ];
    const later = pagesOf({ '0.0': [1, 0], '0.1': [1, 30], '0.2': [3, 0], '0.3': [3, 30], '0.end': [3, 60] });
    expect(nextPlacements(blocks, later, asWritten)).toEqual(new Map([['0.1', { at: 2 }]]));
    const last = [block(0, 'text'), block(1, 'text'), block(2, 'turned'), block(3, 'end')];
    const earlier = pagesOf({ '0.0': [1, 0], '0.1': [1, 95], '0.2': [2, 30], '0.end': [3, 0] });
    expect(nextPlacements(last, earlier, asWritten)).toEqual(new Map([['0.2', { at: -1 }]]));
    const moved = moveTurned(
      last.map((place) => ({ place })),
      new Map([['0.2', { at: -1 }]]),
    );
    expect(moved.map(({ place }) => place.id)).toEqual(['0.0', '0.2', '0.1', '0.end']);
  });

  it('gives the rows of a long table more air where its last one would stand alone', () => {
    const blocks = [block(0, 'long'), block(1, 'text')];
    const pages = pagesOf({ '0.0': [1, 20], '0.1': [2, 30] }, { '0.0': [1, 20], '0.0:tail': [1, 80] });
    expect(nextPlacements(blocks, pages, asWritten)).toEqual(new Map([['0.0', 'loose']]));
  });

  it('leaves the room of a row empty where more air was not enough', () => {
    const blocks = [block(0, 'long'), block(1, 'text')];
    const pages = pagesOf({ '0.0': [1, 20], '0.1': [2, 30] }, { '0.0': [1, 20], '0.0:tail': [1, 80] });
    const loose = new Map([['0.0', 'loose']] as const);
    expect(nextPlacements(blocks, pages, loose)).toEqual(new Map([['0.0', { push: 14 }]]));
    const high = pagesOf({ '0.0': [1, 20], '0.1': [2, 30] }, { '0.0': [1, 20], '0.0:tail': [1, 40] });
    expect(nextPlacements(blocks, high, loose)).toBeNull();
  });

  it('takes the page that a floating block has to itself for an empty one', () => {
    const blocks = [block(0, 'float'), block(1, 'turned'), block(2, 'text'), block(3, 'end')];
    const pages = pagesOf(
      { '0.0': [1, 90], '0.1': [1, 90], '0.2': [4, 0], '0.end': [4, 60] },
      { '0.0': [2, 0], '0.0:end': [2, 30], '0.1': [3, 0] },
    );
    const floating = new Map([['0.0', 'float']] as const);
    expect(nextPlacements(blocks, pages, floating)).toEqual(
      new Map<string, unknown>([
        ['0.0', 'float'],
        ['0.1', { at: 1 }],
      ]),
    );
  });

  it('breaks a table that would float into the rows of the next one, and lets those wait for a figure', () => {
    const pages = pagesOf(
      { '0.0': [1, 60], '0.1': [1, 70], '0.end': [2, 80] },
      { '0.0': [2, 0], '0.0:end': [2, 30], '0.1': [1, 70], '0.1:second': [1, 80] },
    );
    const floating = new Map([['0.0', 'float']] as const);
    const placedWith = (role: 'rows' | 'float') =>
      nextPlacements([block(0, role), block(1, 'long'), block(2, 'end')], pages, floating);
    expect(placedWith('rows')).toEqual(new Map([['0.0', 'break']]));
    expect(placedWith('float')?.get('0.1')).toBe('next');
  });

  it('begins a table on its page after all where too little comes before it by now', () => {
    const blocks = [block(0, 'text'), block(1, 'long'), block(2, 'text')];
    const pages = pagesOf({ '0.1': [1, 20], '0.2': [2, 60] }, { '0.1': [2, 0], '0.1:second': [2, 30] });
    expect(nextPlacements(blocks, pages, new Map([['0.1', 'next']]))).toEqual(new Map([['0.1', 'stay']]));
  });
});

describe('a part of a report', () => {
  it('follows on a page that would be too empty, and the next one waits for where that leaves it', () => {
    const pages = pagesOf({ 'part:0': [1, 90], 'part:1': [2, 30], 'part:2': [3, 20], 'part:key': [4, 10] });
    const placed = nextPlacements([], pages, asWritten);
    expect([...(placed ?? [])]).toEqual([
      ['part:1', 'flow'],
      ['part:key', 'flow'],
    ]);
    expect(nextPlacements([], pagesOf({ 'part:1': [2, 0], 'part:2': [3, 60] }), asWritten)).toBeNull();
  });

  it('begins a page below a floating block that fills the one before it', () => {
    const blocks = [block(0, 'float'), block(1, 'end')];
    const pages = pagesOf({ '0.0': [1, 90], 'part:1': [1, 95] }, { '0.0': [2, 0], '0.0:end': [2, 70] });
    expect(nextPlacements(blocks, pages, new Map([['0.0', 'float']]))).toBeNull();
  });
});

const compile = createTestCompiler();
let folder = '';
beforeAll(async () => {
  folder = await makeTemporaryFolder();
});
afterAll(() => removeFolder(folder));

const prose =
  'The ministry confirmed that the shipments had been inspected twice and that the papers named them. ';
const rows = (count: number, columns = 2): MemoBlock => ({
  type: 'table',
  attrs: { caption: `Of ${count}`, source: 'Register' },
  content: Array.from({ length: count + 1 }, (_, row) => ({
    type: 'tableRow',
    content: Array.from({ length: columns }, (_, column) => ({
      type: row === 0 ? 'tableHeader' : 'tableCell',
      attrs: { colspan: 1, rowspan: 1 },
      content: [{ type: 'paragraph', content: [{ type: 'text', text: `Considerable${row}.${column}` }] }],
    })),
  })),
});

/** How far down the text of each page goes, in points. */
const depths = async (name: string, ...sections: readonly (readonly MemoBlock[])[]) => {
  const file = join(folder, `${name}.pdf`);
  const memo = writeMemo(sections.map((blocks) => section('analysis', 'Analysis', ...blocks)));
  const document = buildMemoDocument(memo, materialOf([]));
  await printMemo(compile, file, document);
  const pages = Number((await pdfInfo(file)).Pages);
  const deep = await Promise.all(
    Array.from({ length: pages }, async (_, at) =>
      Math.max(...(await pdfWords(file, at + 1)).filter(({ top }) => top < 755).map(({ top }) => top)),
    ),
  );
  return { deep, texts: await pdfPageTexts(file), file, document };
};

const unique = (at: number): string =>
  Array.from({ length: 150 }, (_, word) => `word${at}x${word}`).join(' ');

describe('a page before a table', () => {
  it('is filled with the text that follows, and the table stands at the head of the next one', async () => {
    const { deep, texts, file } = await depths('float', [
      paragraph(prose.repeat(8)),
      rows(11),
      rows(12),
      ...Array.from({ length: 6 }, () => paragraph(prose.repeat(5))),
    ]);
    expect(deep[0]).toBeGreaterThan(600);
    expect(texts[0]).toMatch(/Table 1/u);
    const head = (await pdfWords(file, 2)).find(({ word }) => word === 'Considerable0.0');
    expect(head?.top).toBeLessThan(120);
  });

  it('leaves the words of the memo whole for whoever checks the file, and shows where some were put in', async () => {
    const { file, document } = await depths('checked', [
      paragraph(prose.repeat(8)),
      rows(11),
      rows(12, 4),
      ...[0, 1, 2].map((at) => paragraph(unique(at))),
    ]);
    const words = (await pdfPageTexts(file, { raw: true })).join('\n');
    // The page prints the number of a table without a full stop.
    const differing = (printed: string) =>
      differingWords(document, printed).texts.filter((text) => !/^Table \d\.$/u.test(text));
    expect(differing(words)).toEqual([]);
    // Read from the head of the page down, the table stands between the halves of a paragraph.
    const table = (/Of 12[\s\S]*?Considerable12\.3/u.exec(words) ?? [''])[0];
    const from = words.indexOf('word0x70');
    const between = (foreign: string) =>
      `${words.slice(0, from)} PM-2024-017 TLP:AMBER ${table} ${foreign} ${words.slice(from)}`;
    expect(table.length).toBeGreaterThan(600);
    expect(differing(between(''))).toEqual([]);
    expect(differing(between('This was put in by somebody else. '.repeat(30)))).toHaveLength(1);
  });

  it('is filled before a turned page too, and no page is added', async () => {
    const { deep, texts } = await depths('turned', [
      paragraph(prose.repeat(4)),
      rows(3, 10),
      ...Array.from({ length: 8 }, () => paragraph(prose.repeat(5))),
    ]);
    expect(deep[0]).toBeGreaterThan(560);
    expect(texts.findIndex((text) => text.includes('Table 1'))).toBe(1);
    expect(texts).toHaveLength(3);
  });

  it('is not left empty between two turned pages', async () => {
    const { texts } = await depths(
      'turned-thrice',
      [paragraph(prose), rows(3, 10), rows(3, 10)],
      [rows(3, 10), paragraph(prose)],
    );
    const pages = ['Table 1', 'Table 2', 'Table 3'].map((name) =>
      texts.findIndex((text) => text.includes(name)),
    );
    expect(pages).toEqual([1, 2, 3]);
  });

  it('holds heading, caption, head and three rows of a long table, or none of them', async () => {
    for (const lines of [27, 28, 29, 30, 31, 32, 33, 34]) {
      const { texts } = await depths(`long-${lines}`, [
        ...Array.from({ length: lines }, () => paragraph('One line.')),
        subHeading('Traffic'),
        rows(20),
      ]);
      const begins = texts.findIndex((text) => text.includes('Traffic'));
      expect(texts[begins], `${lines} lines`).toMatch(/Of 20[\s\S]*Considerable3\.0/u);
    }
  });
});

describe('the head of a page', () => {
  it('holds no last short item of a list alone', async () => {
    const item = (text: string) => ({ type: 'listItem' as const, content: [paragraph(text)] });
    const sections = Array.from({ length: 8 }, (_, at) => [
      ...Array.from({ length: 25 + at }, () => paragraph('Filled.')),
      {
        type: 'bulletList' as const,
        content: [
          ...['One', 'Two', 'Three', 'Four'].map((word) => item(`${word} of them.`)),
          item('The last.'),
        ],
      },
      paragraph('Then.'),
      { type: 'pageBreak' as const },
    ]);
    const { texts } = await depths('items', ...sections);
    const heads = texts
      .filter((text) => text.includes('The last.'))
      .map((text) => text.includes('Four of them.'));
    expect(heads).toHaveLength(8);
    expect(heads).not.toContain(false);
  });

  it('is never that of an empty page where a section of a report begins with a turned table', async () => {
    const report = Array.from({ length: 6 }, () =>
      Array.from({ length: 60 }, () => paragraph(prose.repeat(6))),
    );
    const { deep } = await depths('report', ...report, [rows(6, 11), paragraph(prose)], [paragraph(prose)]);
    expect(deep.length).toBeGreaterThan(60);
    expect(deep.filter((depth) => depth < 70)).toEqual([]);
  });

  it('is that of a part that follows on where the one before it ends early', async () => {
    const pages = (lines: number) => Array.from({ length: lines }, () => paragraph(prose.repeat(6)));
    const report = [...Array.from({ length: 6 }, () => pages(62)), [paragraph('The short part.')]];
    const { deep, texts } = await depths('short-parts', ...report, pages(20));
    expect(deep.length).toBeGreaterThan(60);
    expect(deep.slice(0, -1).filter((depth) => depth < 85 + 0.4 * 672)).toEqual([]);
    const at = texts.findIndex((text) => text.includes('The short part.'));
    expect(texts[at]).toMatch(/The short part\.[\s\S]*Analysis/u);
  });
});
