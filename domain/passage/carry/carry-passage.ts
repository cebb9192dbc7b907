import type { ArticleId, PassageId } from '../../ids.ts';
import type { TextIndex } from '../../text/text-index.ts';
import type { Timestamp } from '../../time.ts';
import { describeSelector } from '../anchor/describe-selector.ts';
import { type CarriedFrom, type CarriedState, isOutOfText } from '../carried.ts';
import type { Passage } from '../passage.ts';
import { hasCarriedCandidate, passageCandidates } from './passage-candidates.ts';
import { ownRanges, type PassagePlace, placeBySelectors, placePassage } from './place-passage.ts';
import type { VersionPair } from './version-pair.ts';

/** The record that a carried passage becomes. */
export type CarryOptions = {
  readonly articleId: ArticleId;
  readonly id: PassageId;
  readonly at: Timestamp;
};

/**
 * The text that a passage is carried to, and the pair of it with the text that has the passage's words; null where
 * that can't be read, or where they are no versions of each other.
 */
export type NewVersion = { readonly index: TextIndex; readonly pair: VersionPair | null };

/** What an orphan is carried from is the copy that has its words, however many copies lie between. */
export const wordsOf = (
  passage: Passage,
  articleId: ArticleId,
): Pick<CarriedFrom, 'articleId' | 'passageId'> =>
  passage.carriedFrom !== null && isOutOfText(passage)
    ? { articleId: passage.carriedFrom.articleId, passageId: passage.carriedFrom.passageId }
    : { articleId, passageId: passage.id };

const hasCandidate = ({ index, pair }: NewVersion, { selectors }: Passage): boolean => {
  const ranges = pair === null ? null : ownRanges(pair.old, selectors);
  return pair === null || ranges === null
    ? passageCandidates(index, selectors).length > 0
    : hasCarriedCandidate(pair, selectors, ranges);
};

const placeIn = ({ index, pair }: NewVersion, { selectors }: Passage): PassagePlace => {
  const ranges = pair === null ? null : ownRanges(pair.old, selectors);
  return pair === null || ranges === null ? placeBySelectors(index, selectors) : placePassage(pair, ranges);
};

/** Nothing is asked again that the analyst has answered: an orphan that was kept, and is one still. */
const isKeptOrphan = ({ carriedFrom }: Passage): boolean =>
  carriedFrom?.state === 'orphaned' && carriedFrom.isSettled;

/**
 * Carries `passage` of the article `from.articleId` over to a new version of its text, with all that is said of it but
 * its follow-ups. Where its words stand beyond doubt it is described anew and settled, wherever that is; where they
 * don't, it keeps them as they were, and waits for the analyst. Its quotation never changes.
 */
export const carryPassage = (
  version: NewVersion,
  passage: Passage,
  { articleId, id, at }: CarryOptions,
): Passage => {
  const place = placeIn(version, passage);
  const carriedFrom = (state: CarriedState, isSettled: boolean): CarriedFrom => ({
    ...wordsOf(passage, articleId),
    state,
    isSettled,
  });
  const carried = { ...passage, id, createdAt: at, updatedAt: at };
  if ('ranges' in place) {
    const selectors = place.ranges.map((range) => describeSelector(version.index, range));
    const isWhereItWas = selectors.every(
      ({ position }, part) => position.start === passage.selectors[part]?.position.start,
    );
    // Words that the analyst gave up, and that stand there again, are looked at once.
    const isSettled = place.state === 'certain' && !isKeptOrphan(passage);
    return {
      ...carried,
      selectors,
      carriedFrom: carriedFrom(isWhereItWas && isSettled ? 'unchanged' : 'moved', isSettled),
    };
  }
  if (place.state === 'ambiguous') return { ...carried, carriedFrom: carriedFrom('ambiguous', false) };
  if (hasCandidate(version, passage)) return { ...carried, carriedFrom: carriedFrom('changed', false) };
  return { ...carried, carriedFrom: carriedFrom('orphaned', isKeptOrphan(passage)) };
};
