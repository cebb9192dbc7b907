import type { SourceId } from '../ids.ts';
import type { Passage } from '../passage/passage.ts';
import type { Reliability } from '../tradecraft/reliability.ts';
import { resolveRecord } from '../tree/record-tree.ts';
import type { SourceTree } from './source.ts';

/**
 * The letter that may be taken for a passage, as it stands today: that of its speaker; that of the publication only
 * where the article itself reports. Null where there is none. It is never taken without a digit being given.
 */
export const offeredLetter = (
  sources: SourceTree,
  { sourceId, manner }: Pick<Passage, 'sourceId' | 'manner'>,
  publicationId: SourceId | null,
): Reliability | null => {
  const speaker = resolveRecord(sources, sourceId);
  const source = speaker ?? (manner === 'own-reporting' ? resolveRecord(sources, publicationId) : null);
  return source?.reliability ?? null;
};
