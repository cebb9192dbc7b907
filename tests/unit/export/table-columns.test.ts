import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { blocksOfDocument } from '#domain/memo/document/blocks-of-document.ts';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import type { CellAlign, MemoList, MemoTable } from '#domain/memo/memo-content.ts';
import { writeMemoDocx } from '#electron/export/docx/write-memo-docx.ts';
import { writeMemoHtml } from '#electron/export/html/write-memo-html.ts';
import { layTable } from '#electron/export/lay-table.ts';
import { writeMemoMarkdown } from '#electron/export/markdown/write-memo-markdown.ts';
import { createTestCompiler, printMemo } from '../../support/memo/print-memo.ts';
import { materialOf } from '../../support/memo/written-article.ts';
import { paragraph, section, writeMemo } from '../../support/memo/written-memo.ts';

type Content = MemoTable['content'][number]['content'][number]['content'];
const cell = (content: Content, align?: CellAlign) => ({
  type: 'tableCell' as const,
  attrs: { colspan: 1, rowspan: 1, ...(align === undefined ? {} : { align }) },
  content,
});
const list: MemoList = {
  type: 'bulletList',
  content: ['One', 'Two'].map((text) => ({ type: 'listItem', content: [paragraph(text)] })),
};
const table: MemoTable = {
  type: 'table',
  attrs: { caption: 'Calls', source: '', widths: [25, 75] },
  content: [
    { type: 'tableRow', content: [cell([paragraph('Varna'), list]), cell([paragraph('1,310')], 'decimal')] },
    { type: 'tableRow', content: [cell([paragraph('Burgas')]), cell([paragraph('12.5 %')], 'decimal')] },
  ],
};
const document = buildMemoDocument(writeMemo([section('analysis', 'Analysis', table)]), materialOf([]));

it('has its widths, its decimal signs below each other and its lists in each format', async () => {
  const html = writeMemoHtml(document);
  expect(html).toContain('<col style="width:25.00%"><col style="width:75.00%">');
  expect(html).toContain('1,310<span class="pad" data-pad=".5 %"></span></p>');
  expect(html).toContain('<li><p>One</p></li>');
  expect(writeMemoMarkdown(document)).toContain('Varna<br>- One<br>- Two');
  const body = strFromU8(
    unzipSync(await writeMemoDocx(document, 'a4'))['word/document.xml'] ?? new Uint8Array(),
  );
  const [first = 0, second = 0] = [...body.matchAll(/<w:gridCol w:w="(\d+)"/gu)].map(([, width]) =>
    Number(width),
  );
  expect(second / first).toBeCloseTo(3, 1);
  expect(body).toMatch(/<w:ind w:right="\d+"\/>|<w:ind w:end="\d+"\/>/u);
  const folder = await mkdtemp(join(tmpdir(), 'precis-table-'));
  await expect(printMemo(createTestCompiler(), join(folder, 'memo.pdf'), document)).resolves.toBeTruthy();
});

/** A table of fourteen columns, of which each row has a long quotation and signs. */
const wideTable = (rows: number): MemoTable => ({
  type: 'table',
  attrs: { caption: 'Board', source: '', widths: [12, ...Array.from({ length: 13 }, () => 2)] },
  content: Array.from({ length: rows }, () => ({
    type: 'tableRow',
    content: [
      cell([
        paragraph(
          'The envoy said that the next package would name whoever had moved the money of them. '.repeat(2),
        ),
      ]),
      ...Array.from({ length: 13 }, () => cell([paragraph('expectedly')])),
    ],
  })),
});
const layoutOf = (rows: number) => {
  const { sections } = buildMemoDocument(
    writeMemo([section('analysis', 'Analysis', wideTable(rows))]),
    materialOf([]),
  );
  const block = blocksOfDocument(sections).find(({ kind }) => kind === 'table');
  if (block?.kind !== 'table') throw new Error('There is no table.');
  return layTable(block);
};

it('is taken over two pages where it would run over the foot of one that is turned', () => {
  expect(layoutOf(3)).toMatchObject({ spread: 'landscape', isWhole: true });
  expect(layoutOf(9)).toMatchObject({ spread: 'landscape', isWhole: false });
});

/** A table with these widths, and one row of `texts`. */
const layoutOfRow = (widths: number[], ...texts: readonly string[]) => {
  const row: MemoTable = {
    type: 'table',
    attrs: { caption: 'Row', source: '', widths },
    content: [{ type: 'tableRow', content: texts.map((text) => cell([paragraph(text)])) }],
  };
  const memo = writeMemo([section('analysis', 'Analysis', row)]);
  const [, block] = buildMemoDocument(memo, materialOf([])).sections[0]?.blocks ?? [];
  if (block?.kind !== 'table') throw new Error('There is no table.');
  return layTable(block);
};
const shareOf = ({ columns }: ReturnType<typeof layTable>, at: number): number =>
  (columns[at]?.share ?? 0) / columns.reduce((all, { share }) => all + (share ?? 0), 0);

it('widens a column whose longest word would run into the next one', () => {
  const fits = layoutOfRow([80, 20], 'The lock', 'so it is');
  expect(fits).toMatchObject({ spread: 'text', columns: [{ share: 80 }, { share: 20 }] });
  const tight = layoutOfRow([90, 10], 'The lock', 'H. Featherstonehaugh: unexpected');
  expect(tight.spread).toBe('full');
  expect(shareOf(tight, 1) * 459).toBeGreaterThan(16 * 5.2);
});

it('breaks Chinese between any two signs, and gives each the width of two letters', () => {
  const chinese = layoutOfRow(
    [12, 3, ...Array.from({ length: 6 }, () => 2)],
    '测量完成之前船闸不会开放，而测量尚未开始。'.repeat(3),
    'B3',
    ...'123456',
  );
  expect(chinese.spread).toBe('text');
});

it('aligns figures in the digits of any script by their decimal signs', async () => {
  const rows = [
    ['Varna', '١٬٣١٠', '۱۲٫۵ ٪'],
    ['Burgas', '٩٨٠٫٢٥', '۳'],
  ].map((texts) => ({ type: 'tableRow' as const, content: texts.map((text) => cell([paragraph(text)])) }));
  const memo = buildMemoDocument(
    writeMemo([section('analysis', 'Analysis', { type: 'table', content: rows })], { language: 'ar' }),
    materialOf([]),
  );
  const laid = blocksOfDocument(memo.sections).flatMap((block) =>
    block.kind === 'table' ? layTable(block).columns.map(({ isFigures }) => isFigures) : [],
  );
  expect(laid).toEqual([false, true, true]);
  const { 'word/document.xml': part = new Uint8Array() } = unzipSync(await writeMemoDocx(memo, 'a4'));
  const properties = [
    ...strFromU8(part).matchAll(/<w:pPr>((?:(?!<w:pPr>).)*?)<\/w:pPr>(?:(?!<w:pPr>).)*?(١٬٣١٠|٩٨٠٫٢٥)/gu),
  ];
  expect(
    properties.map(([, look = '', figure]) => [
      figure,
      /<w:ind w:left="\d+"\/>/u.test(look),
      /<w:jc w:val="start"\/>/u.test(look),
    ]),
  ).toEqual([
    ['١٬٣١٠', true, true],
    ['٩٨٠٫٢٥', false, true],
  ]);
});
