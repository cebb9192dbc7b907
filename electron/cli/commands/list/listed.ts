import type { AnswerTo } from '../../answers.ts';

/** What can be listed. */
export const listables = ['articles', 'passages', 'tags', 'sources', 'tasks', 'memos'] as const;
export type Listable = (typeof listables)[number];

/** A record as it is listed, and the words for it on a line. */
export type Listed<What extends Listable = Listable> = {
  readonly record: AnswerTo<`list ${What}`>[number];
  readonly line: readonly (string | null)[];
};
