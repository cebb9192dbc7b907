import type { SourceId } from '../ids.ts';
import type { Passage } from '../passage/passage.ts';
import type { Timestamp } from '../time.ts';
import type { Reliability } from '../tradecraft/reliability.ts';
import { resolveRecord } from '../tree/record-tree.ts';
import type { Source, SourceTree } from './source.ts';

/**
 * `source` with another letter from now on, and the change in its history with its reason. The same letter again
 * changes nothing. No passage is touched: each keeps the letter of the time of its grading.
 */
export const setReliability = (
  source: Source,
  to: Reliability | null,
  why: string,
  at: Timestamp,
): Source => {
  if (source.reliability === to) return source;
  const change = { at, from: source.reliability, to, why };
  return {
    ...source,
    reliability: to,
    reliabilityHistory: [...source.reliabilityHistory, change],
    updatedAt: at,
  };
};

/**
 * Whose letter may be taken for a passage: its speaker's; the publication's only where the article itself reports. Null
 * where there is neither.
 */
export const letterSource = (
  sources: SourceTree,
  { sourceId, manner }: Pick<Passage, 'sourceId' | 'manner'>,
  publicationId: SourceId | null,
): Source | null =>
  resolveRecord(sources, sourceId) ??
  (manner === 'own-reporting' ? resolveRecord(sources, publicationId) : null);

/**
 * The letter that may be used for a passage, as it is today: see letterSource. Null where there is none. It is
 * used only together with a digit, except where the analyst rates a source and applies that to its ungraded
 * passages: the letter is the source's, so a passage may have it while its digit, which is its own, is open
 * ("B–").
 */
export const offeredLetter = (
  sources: SourceTree,
  passage: Pick<Passage, 'sourceId' | 'manner'>,
  publicationId: SourceId | null,
): Reliability | null => letterSource(sources, passage, publicationId)?.reliability ?? null;
