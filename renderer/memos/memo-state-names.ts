import type { MemoState } from '#domain/memo/memo.ts';

export const memoStateNames: Readonly<Record<MemoState, string>> = {
  draft: 'Draft',
  'in-review': 'In review',
  sent: 'Sent',
  superseded: 'Superseded',
  withdrawn: 'Withdrawn',
};
