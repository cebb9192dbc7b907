import { describe, expect, it } from 'vitest';
import type { Paper } from '#domain/memo/memo.ts';
import type { DocumentBlock, MemoDocument, Run } from '#domain/memo/memo-document.ts';
import { estimatePages } from '#electron/export/pdf/estimate-pages.ts';
import { makeMemoPdf } from '#electron/export/pdf/make-memo-pdf.ts';
import { longMemo } from '../../bench/long-memo.ts';
import { createTestCompiler } from '../../support/memo/print-memo.ts';

const compile = createTestCompiler();
const long = longMemo();

const paragraph = (words: number): DocumentBlock => {
  const runs: readonly Run[] = [{ kind: 'text', text: 'The envoy left again. '.repeat(words) }];
  return { kind: 'paragraph', runs };
};
const times = <T>(count: number, make: (at: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, at) => make(at));
const ofBlocks = (...blocks: readonly DocumentBlock[]): MemoDocument => ({
  ...long,
  sections: [{ role: 'own', heading: 'Analysis', blocks }],
});
const blocksOfKind = (kind: DocumentBlock['kind'], count: number): readonly DocumentBlock[] => {
  const all = long.sections.flatMap(({ blocks }) => blocks).filter((block) => block.kind === kind);
  return times(count, (at) => all[at % all.length] ?? paragraph(1));
};

const samples: readonly (readonly [string, MemoDocument])[] = [
  ['prose', ofBlocks(...times(90, (at) => paragraph(1 + (at % 40))))],
  ['quotations', ofBlocks(...blocksOfKind('quotation', 120))],
  ['judgements', ofBlocks(...blocksOfKind('judgement', 120))],
  ['tables', ofBlocks(...blocksOfKind('table', 8))],
  [
    'a list',
    ofBlocks({ kind: 'list', ordered: false, items: times(150, (at) => [paragraph(1 + (at % 12))]) }),
  ],
  [
    'follow-ups',
    { ...ofBlocks(), tasks: times(160, () => ({ title: 'Ask', owner: 'Desk', due: '', isDone: false })) },
  ],
  ['a report', long],
];

describe('the pages of a memo that was not laid out yet', () => {
  it.each(
    samples.flatMap(([name, memo]) =>
      (['a4', 'letter'] as const).map((paper) => [name, paper, memo] as const),
    ),
  )('are told to a sixth of what %s fills on %s', (_name, paper: Paper, memo) => {
    const made = makeMemoPdf(compile, memo, { paper, glyphs: 'refuse' });
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    expect(estimatePages(memo, paper) / made.value.pages).toBeGreaterThan(5 / 6);
    expect(estimatePages(memo, paper) / made.value.pages).toBeLessThan(7 / 6);
  });
});
