import { type MemoLineage, noLineage, type RelatedMemo } from '../citations/memo-material.ts';
import type { Memo, MemoKind } from '../memo.ts';
import type { DocumentStatus } from '../memo-document.ts';
import { printDay } from '../print/print-date.ts';
import { printedWords } from '../print/printed-words.ts';

const { status: words } = printedWords;

const kindWords: Readonly<Record<MemoKind, string | null>> = {
  original: null,
  update: words.update,
  correction: words.correction,
  withdrawal: words.withdrawal,
};

const printAfter = ({ head, sending }: RelatedMemo): string =>
  sending === null
    ? `${words.by} ${head.referenceNumber}`
    : `${words.by} ${head.referenceNumber} ${words.of} ${printDay(sending.sentOn)}`;

/**
 * What stands on every page beside the marking: that the memo no longer holds, and why, or else what it is to the memo
 * that it supersedes; null for an original that stands.
 */
export const printStatus = (
  { state, kind }: Pick<Memo, 'state' | 'kind'>,
  lineage: MemoLineage = noLineage,
): DocumentStatus | null => {
  const { supersedes, supersededBy } = lineage;
  if (state === 'superseded' || state === 'withdrawn') {
    const detail = supersededBy === null ? '' : printAfter(supersededBy);
    if (state === 'withdrawn') return { word: words.withdrawn, detail };
    return { word: supersededBy?.kind === 'correction' ? words.corrected : words.superseded, detail };
  }
  const word = kindWords[kind];
  if (word === null) return null;
  return { word, detail: supersedes === null ? '' : `${words.of} ${supersedes.head.referenceNumber}` };
};
