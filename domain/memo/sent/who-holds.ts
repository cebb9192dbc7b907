import type { Memo } from '../memo.ts';

/** To whom a memo was sent, in the order in which they were named; none of one that was not sent. */
export const recipientsOf = ({ sending }: Pick<Memo, 'sending'>): readonly string[] =>
  sending?.recipients ?? [];

/** Whom a memo is for, in a line: its own words, else those to whom it was sent. Empty where neither is known. */
export const printReaders = (memo: {
  readonly for: string;
  readonly recipients: readonly string[];
}): string => (memo.for.trim() === '' ? memo.recipients.join('; ') : memo.for);
