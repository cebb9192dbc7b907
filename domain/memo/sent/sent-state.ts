import type { Memo, MemoState } from '../memo.ts';

/** The states in which a memo is still written. */
export const openStates = ['draft', 'in-review'] as const satisfies readonly MemoState[];

export const isOpenState = (state: MemoState): state is (typeof openStates)[number] =>
  (openStates as readonly MemoState[]).includes(state);

/** Whether the memo is stored as it was sent, so that nothing in it may change: sent, or any later state. */
export const isSent = ({ state }: Pick<Memo, 'state'>): boolean => !isOpenState(state);

/** To whom a memo was sent, in the order in which they were named; none of one that was not sent. */
export const recipientsOf = ({ sending }: Pick<Memo, 'sending'>): readonly string[] =>
  sending?.recipients ?? [];

/** Whom a memo is for, in a line: its own words, else those to whom it was sent. Empty where neither is known. */
export const printReaders = (memo: {
  readonly for: string;
  readonly recipients: readonly string[];
}): string => (memo.for.trim() === '' ? memo.recipients.join('; ') : memo.for);
