import type { Selector, TextRange } from '../../text/selector.ts';
import { describeSelector } from '../anchor/describe-selector.ts';
import type { CarriedFrom, CarriedState } from '../carried.ts';
import { type Passage, targetOf } from '../passage.ts';
import { type CarryOptions, isKeptOrphan, type NewVersion, wordsOf } from './carry-origin.ts';
import { carryRegion } from './carry-region.ts';
import { isReframed } from './is-reframed.ts';
import { hasCarriedCandidate, passageCandidates } from './passage-candidates.ts';
import { ownRanges, type PassagePlace, placeBySelectors, placePassage } from './place-passage.ts';

type Words = readonly Selector[];

const hasCandidate = ({ index, pair }: NewVersion, selectors: Words): boolean => {
  const ranges = pair === null ? null : ownRanges(pair.old, selectors);
  return pair === null || ranges === null
    ? passageCandidates(index, selectors).length > 0
    : hasCarriedCandidate(pair, selectors, ranges);
};

const placeIn = ({ index, pair }: NewVersion, selectors: Words): PassagePlace => {
  const ranges = pair === null ? null : ownRanges(pair.old, selectors);
  return pair === null || ranges === null ? placeBySelectors(index, selectors) : placePassage(pair, ranges);
};

const isSaidOtherwise = (
  { pair, language }: NewVersion,
  selectors: Words,
  places: readonly TextRange[],
): boolean => {
  const ranges = pair === null ? null : ownRanges(pair.old, selectors);
  if (pair === null || ranges === null) return false;
  return ranges.some((range, part) => {
    const place = places[part];
    return place !== undefined && isReframed(pair, range, place, language ?? null);
  });
};

/**
 * Carries `passage` of the article `from.articleId` over to a new version of its text, with all that is said of it but
 * its follow-ups. Where its words stand beyond doubt it is described anew and settled, wherever that is; where they
 * don't, it keeps them as they were, and waits for the analyst. Its quotation never changes.
 */
export const carryPassage = (version: NewVersion, passage: Passage, options: CarryOptions): Passage => {
  const target = targetOf(passage);
  return target.kind === 'region'
    ? carryRegion(version, passage, target.selector, options)
    : carryWords(version, passage, target.selectors, options);
};

const carryWords = (
  version: NewVersion,
  passage: Passage,
  selectorsBefore: Words,
  { articleId, id, at }: CarryOptions,
): Passage => {
  const place = placeIn(version, selectorsBefore);
  const carriedFrom = (state: CarriedState, isSettled: boolean): CarriedFrom => ({
    ...wordsOf(passage, articleId),
    state,
    isSettled,
  });
  const carried = { ...passage, id, updatedAt: at };
  if ('ranges' in place) {
    const selectors = place.ranges.map((range) => describeSelector(version.index, range));
    const isWhereItWas = selectors.every(
      ({ position }, part) => position.start === selectorsBefore[part]?.position.start,
    );
    // Words that the analyst gave up, and that stand there again, are looked at once.
    // The same words can be said otherwise: that is asked too.
    const isSettled =
      place.state === 'certain' &&
      !isKeptOrphan(passage) &&
      !isSaidOtherwise(version, selectorsBefore, place.ranges);
    return {
      ...carried,
      selectors,
      carriedFrom: carriedFrom(isWhereItWas && isSettled ? 'unchanged' : 'moved', isSettled),
    };
  }
  if (place.state === 'ambiguous') return { ...carried, carriedFrom: carriedFrom('ambiguous', false) };
  if (hasCandidate(version, selectorsBefore))
    return { ...carried, carriedFrom: carriedFrom('changed', false) };
  return { ...carried, carriedFrom: carriedFrom('orphaned', isKeptOrphan(passage)) };
};
