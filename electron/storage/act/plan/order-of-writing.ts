import type { DiskOperation } from '../disk-operation.ts';

/**
 * References before referrers, so that a crash in the middle of an act leaves at most an unused tag or source:
 * those come first, then articles, what is said of them, snapshots, pictures, and memos, which name a snapshot and cite the rest. What goes, goes in the opposite
 * order.
 */
export const ranks = {
  conflicts: 0,
  tags: 0,
  sources: 0,
  'article-arrives': 1,
  annotations: 2,
  tasks: 3,
  searches: 3,
  form: 3,
  pad: 3,
  manifest: 3,
  'memo-arrives': 4,
  snapshot: 5,
  picture: 5,
  memo: 6,
  'memo-goes': 7,
  'article-goes': 8,
  'reference-goes': 9,
} as const;

export type Ranked = { readonly rank: number; readonly operation: DiskOperation };

/** The operations in the order of their ranks; those of one rank as they came. */
export const byRank = (ranked: readonly Ranked[]): readonly DiskOperation[] =>
  ranked.toSorted((a, b) => a.rank - b.rank).map(({ operation }) => operation);
