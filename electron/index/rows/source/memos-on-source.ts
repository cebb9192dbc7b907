import type { MemoOnSource } from '#domain/contract/source.ts';
import type { SourceId } from '#domain/ids.ts';
import type { FrozenEvidence } from '#domain/memo/snapshot/snapshot.ts';
import type { Source } from '#domain/source/source.ts';
import type { Reliability } from '#domain/tradecraft/reliability.ts';
import { branchOf, resolveRecord } from '#domain/tree/record-tree.ts';
import type { CatalogueState, MemoEntry } from '../../catalogue-state.ts';
import { type CitedVoice, citedVoices } from './cited-voice.ts';

type VoiceOf = ReturnType<typeof citedVoices>;

/** Whether the source, or one below it, speaks or publishes. */
const restsOn = ({ sources }: CatalogueState, source: Source, { speakerId, publicationId }: CitedVoice) =>
  branchOf(sources, speakerId).includes(source) || branchOf(sources, publicationId).includes(source);

/**
 * The letters that stood for the source itself beside what a sent memo printed, where they are not its letter of today.
 */
const lettersThen = (
  { sources }: CatalogueState,
  source: Source,
  evidence: readonly FrozenEvidence[],
  voiceOf: VoiceOf,
): readonly Reliability[] => {
  const letters = evidence.flatMap((each): readonly (Reliability | null)[] => {
    const { speakerId, publicationId } = voiceOf(each);
    return [
      resolveRecord(sources, speakerId) === source ? each.grade.reliability : null,
      resolveRecord(sources, publicationId) === source ? each.publicationReliability : null,
    ];
  });
  const others = letters.flatMap((letter) =>
    letter === null || letter === source.reliability ? [] : letter,
  );
  return [...new Set(others)].sort();
};

const rowOf = (
  state: CatalogueState,
  source: Source,
  { memo, citations, sentAs }: MemoEntry,
  voiceOf: VoiceOf,
): MemoOnSource | null => {
  const cited = citations.filter((each) => restsOn(state, source, voiceOf(each)));
  if (cited.length === 0) return null;
  return {
    id: memo.id,
    title: memo.head.title,
    referenceNumber: memo.head.referenceNumber,
    state: memo.state,
    citationCount: cited.length,
    lettersThen: lettersThen(state, source, sentAs?.evidence ?? [], voiceOf),
    updatedAt: memo.updatedAt,
  };
};

/** The memos that cite a passage of the source or of one below it, the one that was changed last first. */
export const memosOnSource = (state: CatalogueState, id: SourceId): readonly MemoOnSource[] => {
  const source = resolveRecord(state.sources, id);
  if (source === null) return [];
  const voiceOf = citedVoices(state);
  return [...state.memos.values()]
    .flatMap((entry) => rowOf(state, source, entry, voiceOf) ?? [])
    .sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
};
