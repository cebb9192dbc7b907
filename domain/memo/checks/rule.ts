import type { CheckedMemo } from './checked-memo.ts';
import type { Found, Level } from './finding.ts';

/** One rule of the checks. It states a fact and what a standard requires; it judges nothing. */
export type Rule = {
  readonly level: Level;
  /** What it finds in the memo, in reading order. */
  readonly check: (memo: CheckedMemo) => readonly Found[];
  /** Left out where it is told at any time. */
  readonly told?: 'at-export';
};
