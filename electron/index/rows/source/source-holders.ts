import type { SourceId } from '#domain/ids.ts';
import type { CatalogueState } from '../../catalogue-state.ts';
import { citedVoices } from './cited-voice.ts';

/** A source with what it was merged into and all that stands above, deleted or not: each once. */
const withAllAbove = ({ sources }: CatalogueState, id: SourceId | null): ReadonlySet<string> => {
  const above = new Set<string>();
  let next: string | null = id;
  while (next !== null && !above.has(next)) {
    above.add(next);
    next = sources.get(next)?.mergedInto ?? sources.get(next)?.parentId ?? null;
  }
  return above;
};

type Holding = { readonly sourceId: string; readonly referenceNumber: string };

/** Each source that a memo rests on, with all above it, and the memo. */
const holdingsOf = (state: CatalogueState): readonly Holding[] => {
  const voiceOf = citedVoices(state);
  return [...state.memos.values()].flatMap(({ memo, citations }) =>
    citations
      .map(voiceOf)
      .flatMap(({ publicationId, speakerId }) => [publicationId, speakerId])
      .flatMap((id) => [...withAllAbove(state, id)])
      .map((sourceId) => ({ sourceId, referenceNumber: memo.head.referenceNumber })),
  );
};

/** Answers of a source, a deleted one too, the reference numbers of the memos that rest on it. */
export const sourceHolders = (state: CatalogueState): ((id: string) => readonly string[]) => {
  const holders = new Map<string, Set<string>>();
  for (const { sourceId, referenceNumber } of holdingsOf(state)) {
    holders.set(sourceId, (holders.get(sourceId) ?? new Set()).add(referenceNumber));
  }
  return (id) => [...(holders.get(id) ?? [])];
};
