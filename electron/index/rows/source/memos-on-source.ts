import type { Input } from '#domain/contract/requests.ts';
import type { MemoOnSource } from '#domain/contract/source.ts';
import type { PassageId } from '#domain/ids.ts';
import type { FrozenEvidence } from '#domain/memo/snapshot/snapshot.ts';
import type { Source } from '#domain/source/source.ts';
import type { Reliability } from '#domain/tradecraft/reliability.ts';
import { branchOf, resolveRecord } from '#domain/tree/record-tree.ts';
import type { CatalogueState, MemoEntry } from '../../catalogue-state.ts';
import { findWithin } from '../passage/passage-rows.ts';
import { type CitedVoice, citedVoices } from './cited-voice.ts';

type VoiceOf = ReturnType<typeof citedVoices>;

/** Whether the source, or one below it, is the speaker or the publication. */
const restsOn = ({ sources }: CatalogueState, source: Source, { speakerId, publicationId }: CitedVoice) =>
  branchOf(sources, speakerId).includes(source) || branchOf(sources, publicationId).includes(source);

const isAbout = ({ sources }: CatalogueState, source: Source, { concernedIds }: CitedVoice): boolean =>
  concernedIds.some((id) => branchOf(sources, id).includes(source));

/** The letters of the source itself in a sent memo, if they differ from its present letter. */
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

type Meant = {
  readonly source: Source;
  readonly voiceOf: VoiceOf;
  readonly isFound: (id: PassageId) => boolean;
};

const rowOf = (
  state: CatalogueState,
  { memo, citations, sentAs }: MemoEntry,
  { source, voiceOf, isFound }: Meant,
): MemoOnSource | null => {
  const voices = citations.filter(({ passageId }) => isFound(passageId)).map(voiceOf);
  const others = voices.filter((voice) => !restsOn(state, source, voice));
  const about = others.filter((voice) => isAbout(state, source, voice));
  const citationCount = voices.length - others.length;
  if (citationCount + about.length === 0) return null;
  return {
    id: memo.id,
    title: memo.head.title,
    referenceNumber: memo.head.referenceNumber,
    state: memo.state,
    citationCount,
    aboutCount: about.length,
    lettersThen: lettersThen(state, source, sentAs?.evidence ?? [], voiceOf),
    updatedAt: memo.updatedAt,
  };
};

/** What a search finds about the source; without a search everything, including deleted passages. */
const foundOf = (state: CatalogueState, { sourceId, text }: Input<'source:memos'>): Meant['isFound'] => {
  if (text.trim() === '') return () => true;
  const hits = [{ sourceId }, { concernedId: sourceId }].flatMap((list) =>
    findWithin(state, { ...list, text }, { isTyping: true, hasAllVersions: true }),
  );
  const ids = new Set(hits.map(({ entry }) => entry.id));
  return (id) => ids.has(id);
};

/** The memos that cite what the source or one below it says, or what is said about it, the last changed first. */
export const memosOnSource = (
  state: CatalogueState,
  question: Input<'source:memos'>,
): readonly MemoOnSource[] => {
  const source = resolveRecord(state.sources, question.sourceId);
  if (source === null) return [];
  const meant = { source, voiceOf: citedVoices(state), isFound: foundOf(state, question) };
  return [...state.memos.values()]
    .flatMap((entry) => rowOf(state, entry, meant) ?? [])
    .sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
};
