import type { MemoKind, MemoState } from '#domain/memo/memo.ts';

export const memoStateNames: Readonly<Record<MemoState, string>> = {
  draft: 'Draft',
  'in-review': 'In review',
  sent: 'Sent',
  superseded: 'Superseded',
  withdrawn: 'Withdrawn',
};

export const memoKindNames: Readonly<Record<MemoKind, string>> = {
  original: 'Memo',
  update: 'Update',
  correction: 'Correction',
  withdrawal: 'Withdrawal',
};
