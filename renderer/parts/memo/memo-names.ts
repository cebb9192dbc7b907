import type { ContentsPlace, KeyPlace } from '#domain/memo/form/form.ts';
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

/** Where a form or an export puts the key to grades and terms, in words. */
export const keyPlaceOptions: readonly { readonly id: KeyPlace; readonly name: string }[] = [
  { id: 'long', name: 'At the end of a long memo' },
  { id: 'end', name: 'At the end' },
  { id: 'cover', name: 'On the cover' },
  { id: 'none', name: 'Not printed' },
];

/** Whether a form or an export has a table of contents, in words. */
export const contentsOptions: readonly { readonly id: ContentsPlace; readonly name: string }[] = [
  { id: 'long', name: 'In a long memo' },
  { id: 'always', name: 'Always' },
  { id: 'none', name: 'Not printed' },
];
