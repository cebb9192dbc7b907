import { expect, it } from 'vitest';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import type { CellAlign, MemoTable } from '#domain/memo/memo-content.ts';
import { materialOf } from '../../../support/memo/written-article.ts';
import { paragraph, section, writeMemo } from '../../../support/memo/written-memo.ts';

type Row = MemoTable['content'][number];

const row = (type: 'tableHeader' | 'tableCell', words: readonly string[], align: CellAlign | null): Row => ({
  type: 'tableRow',
  content: words.map((text) => ({
    type,
    attrs: { colspan: 1, rowspan: 1, align },
    content:
      text === '' ? [{ type: 'paragraph' }] : [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  })),
});
const table = (
  caption: string,
  source: string,
  align: CellAlign | null,
  ...rows: readonly string[][]
): MemoTable => ({
  type: 'table',
  attrs: { caption, source },
  content: [
    row('tableHeader', ['Port', 'Calls', 'Share'], align),
    ...rows.map((words) => row('tableCell', words, align)),
  ],
});

const printed = (...tables: readonly MemoTable[]) => {
  const memo = writeMemo([section('analysis', 'Analysis', paragraph('Before.'), ...tables)]);
  return buildMemoDocument(memo, materialOf([])).sections[0]?.blocks ?? [];
};
const lines = (...tables: readonly MemoTable[]): readonly string[] =>
  printed(...tables).flatMap((block) =>
    block.kind === 'paragraph' && block.role !== undefined
      ? `${block.role}: ${block.runs.map((run) => ('text' in run ? run.text : '')).join('')}`
      : [],
  );
const alignsOf = (...tables: readonly MemoTable[]) =>
  printed(...tables).flatMap((block) =>
    block.kind === 'table' ? [block.cells.slice(0, 3).map(({ align }) => align ?? 'start')] : [],
  );

it('prints captions with the number of their table, and sources below', () => {
  const body = ['Vostochny', '12', '3 %'];
  expect(
    lines(
      table('Calls', 'harbour register', null, body),
      table('', '', null, body),
      table('Shares', '', null, body),
    ),
  ).toEqual([
    'table-caption: Table 1. Calls',
    'table-source: Source: harbour register',
    'table-caption: Table 3. Shares',
  ]);
});

it('sets figures at the end of their column, with its head, unless another place was chosen', () => {
  const figures = [
    ['Vostochny', '12', '−3.5 %'],
    ['Nakhodka', '1 200', '–'],
  ];
  expect(alignsOf(table('', '', null, ...figures))).toEqual([['start', 'end', 'end']]);
  expect(alignsOf(table('', '', null, ...figures, ['Other', 'about a dozen', '']))).toEqual([
    ['start', 'start', 'end'],
  ]);
  expect(alignsOf(table('', '', 'centre', ...figures))).toEqual([['centre', 'centre', 'centre']]);
  expect(alignsOf(table('', '', 'start', ...figures))).toEqual([['start', 'start', 'start']]);
});
