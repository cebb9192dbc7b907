import type { ArticleId, PassageId } from '../ids.ts';
import type { Timestamp } from '../time.ts';
import { anchorPassage } from './anchor-passage.ts';
import { type CarriedFrom, type CarriedState, isOutOfText } from './carried.ts';
import { describeSelector } from './describe-selector.ts';
import type { Passage } from './passage.ts';
import { passageCandidates } from './passage-candidates.ts';
import type { TextIndex } from './text-index.ts';

/** The record that a carried passage becomes. */
export type CarryOptions = {
  readonly articleId: ArticleId;
  readonly id: PassageId;
  readonly at: Timestamp;
};

/** What an orphan is carried from is the copy that has its words, however many copies lie between. */
const originOf = (passage: Passage, articleId: ArticleId): Pick<CarriedFrom, 'articleId' | 'passageId'> =>
  passage.carriedFrom !== null && isOutOfText(passage)
    ? { articleId: passage.carriedFrom.articleId, passageId: passage.carriedFrom.passageId }
    : { articleId, passageId: passage.id };

/**
 * Carries `passage` of the article `from.articleId` over to the indexed text of a new version, with all that is said
 * of it but its follow-ups. Where its words stand beyond doubt it is described anew; where they don't, it keeps them
 * as they were, and waits for the analyst.
 */
export const carryPassage = (
  index: TextIndex,
  passage: Passage,
  { articleId, id, at }: CarryOptions,
): Passage => {
  const { state, ranges } = anchorPassage(index, passage.selectors);
  const carriedFrom = (became: CarriedState): CarriedFrom => ({
    ...originOf(passage, articleId),
    state: became,
    isSettled: became === 'unchanged',
  });
  const carried = { ...passage, id, createdAt: at, updatedAt: at };
  if (state === 'anchored' || state === 'moved') {
    const selectors = ranges.map((range) => describeSelector(index, range));
    return { ...carried, selectors, carriedFrom: carriedFrom(state === 'moved' ? 'moved' : 'unchanged') };
  }
  if (state === 'ambiguous') return { ...carried, carriedFrom: carriedFrom('ambiguous') };
  const hasCandidate = passageCandidates(index, passage.selectors).length > 0;
  return { ...carried, carriedFrom: carriedFrom(hasCandidate ? 'changed' : 'orphaned') };
};
