import type { PassageId, SourceId } from '#domain/ids.ts';
import { letterSource } from '#domain/source/reliability-over-time.ts';
import { isUngraded } from '#domain/tradecraft/grade.ts';
import { resolveRecord } from '#domain/tree/record-tree.ts';
import type { CatalogueState } from '../../catalogue-state.ts';
import { passagesOfVoice } from '../../readings.ts';
import { storedPassage } from '../../stored-records.ts';

/** The passages without a grade that would take their letter from the source itself: see letterSource. */
export const ungradedPassages = (state: CatalogueState, id: SourceId): readonly PassageId[] => {
  const { sources, stored } = state;
  const source = resolveRecord(sources, id);
  if (source === null) return [];
  return [...state.voices.values()].flatMap((voice) => {
    const { speakerId, publicationId } = voice;
    const speaker = resolveRecord(sources, speakerId);
    if ((speaker ?? resolveRecord(sources, publicationId)) !== source) return [];
    return passagesOfVoice(state, voice)
      .filter(({ grade }) => isUngraded(grade))
      .filter((entry) => {
        // Who speaks is known here; how a thing was said is read only where nobody is named.
        if (speaker !== null) return true;
        const { manner } = storedPassage(stored, entry);
        return letterSource(sources, { sourceId: speakerId, manner }, publicationId) === source;
      })
      .map((entry) => entry.id);
  });
};
