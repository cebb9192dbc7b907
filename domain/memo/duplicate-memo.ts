import type { MemoId } from '../ids.ts';
import type { CalendarDate, Timestamp } from '../time.ts';
import type { Memo } from './memo.ts';

export type DuplicateInput = {
  readonly id: MemoId;
  readonly referenceNumber: string;
  /** The information cut-off: the day on which the duplicate is made. */
  readonly asOf: CalendarDate;
  readonly at: Timestamp;
};

/**
 * A draft with the head, the text, the citations and the judgements of `memo`, which supersedes nothing. Reasons
 * stated for findings are copied, since the words are the same.
 */
export const duplicateMemo = (memo: Memo, { id, referenceNumber, asOf, at }: DuplicateInput): Memo => ({
  ...memo,
  id,
  head: { ...memo.head, referenceNumber, asOf },
  state: 'draft',
  kind: 'original',
  supersedesId: null,
  sending: null,
  isSample: false,
  createdAt: at,
  updatedAt: at,
});
