import { type MemoLineage, noLineage, type RelatedMemo } from '../citations/memo-material.ts';
import type { Memo, MemoKind } from '../memo.ts';
import type { DocumentStatus } from '../memo-document.ts';
import { printDay } from '../print/print-date.ts';
import { englishWords, type PrintedWords } from '../print/printed-words.ts';

const kindWords: Readonly<
  Record<MemoKind, keyof Pick<PrintedWords['status'], 'update' | 'correction' | 'withdrawal'> | null>
> = { original: null, update: 'update', correction: 'correction', withdrawal: 'withdrawal' };

const printAfter = ({ head, sending }: RelatedMemo, words: PrintedWords): string =>
  words.status.by(
    sending === null
      ? head.referenceNumber
      : words.dated(head.referenceNumber, printDay(sending.sentOn, words)),
  );

/**
 * The status printed on every page beside the marking: that the memo is no longer valid, and why, or else its
 * relation to the memo that it supersedes; null for a valid original.
 */
export const printStatus = (
  { state, kind }: Pick<Memo, 'state' | 'kind'>,
  lineage: MemoLineage = noLineage,
  words = englishWords,
): DocumentStatus | null => {
  const { supersedes, supersededBy } = lineage;
  const { status } = words;
  if (state === 'superseded' || state === 'withdrawn') {
    const detail = supersededBy === null ? '' : printAfter(supersededBy, words);
    if (state === 'withdrawn') return { word: status.withdrawn, detail };
    return { word: supersededBy?.kind === 'correction' ? status.corrected : status.superseded, detail };
  }
  const word = kindWords[kind];
  if (word === null) return null;
  return {
    word: status[word],
    detail: supersedes === null ? '' : status.of(supersedes.head.referenceNumber),
  };
};
