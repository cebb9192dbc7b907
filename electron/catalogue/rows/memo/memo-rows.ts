import type { MemoRow } from '#domain/contract/memo.ts';
import type { CatalogueState, MemoEntry } from '../../catalogue-state.ts';
import { evidenceChanges } from './evidence-changes.ts';

const memoRow = (state: CatalogueState, entry: MemoEntry): MemoRow => {
  const { memo, citations, sentAs } = entry;
  const { changes, changedCitations } = evidenceChanges(state, entry);
  return {
    id: memo.id,
    title: memo.head.title,
    referenceNumber: memo.head.referenceNumber,
    for: memo.head.for,
    marking: memo.head.marking,
    asOf: memo.head.asOf,
    state: memo.state,
    citationCount: citations.length,
    changedEvidenceCount: changedCitations,
    evidenceChanges: changes,
    pages: sentAs?.exported?.pages ?? null,
    updatedAt: memo.updatedAt,
    isSample: memo.isSample,
  };
};

/** The rows of the memos, the one that was changed last first. */
export const memoRows = (state: CatalogueState): readonly MemoRow[] =>
  [...state.memos.values()]
    .map((entry) => memoRow(state, entry))
    .sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
