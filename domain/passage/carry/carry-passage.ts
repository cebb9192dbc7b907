import type { PagedRange } from '../../article/pages.ts';
import type { PictureInText } from '../../article/pictures/pictures-in-text.ts';
import type { ArticleId, PassageId, Sha256 } from '../../ids.ts';
import type { Selector, TextRange } from '../../text/selector.ts';
import type { TextIndex } from '../../text/text-index.ts';
import type { Timestamp } from '../../time.ts';
import { describePageRegion, describeRegion, describeSelector } from '../anchor/describe-selector.ts';
import { type CarriedFrom, type CarriedState, isOutOfText } from '../carried.ts';
import { type Passage, targetOf } from '../passage.ts';
import type { PageRegion } from '../region/page-region.ts';
import { isOfPage, type RegionOfPicture, type RegionSelector } from '../region/region-selector.ts';
import { type AroundChange, changesAround } from './changes-around.ts';
import { isReframed } from './is-reframed.ts';
import {
  hasCarriedCandidate,
  ownRanges,
  type PassagePlace,
  passageCandidates,
  placeBySelectors,
  placePassage,
} from './passage-candidates.ts';
import type { VersionPair } from './version-pair.ts';

type Words = readonly Selector[];

/** What is carried over, to where, and what it comes from. */

/** The record that a carried passage becomes. */
type CarryOptions = {
  readonly articleId: ArticleId;
  readonly id: PassageId;
  readonly at: Timestamp;
};

/**
 * The text that a passage is carried to, and the pair of it with the text that has the passage's words; null where
 * that can't be read, or where they are no versions of each other.
 */
type NewVersion = {
  readonly index: TextIndex;
  readonly pair: VersionPair | null;
  /** The stored pictures of the text that the passage is carried to. */
  readonly pictures: readonly PictureInText[];
  /** Where that text is printed, and the SHA-256 of the file that it was read from. */
  readonly pages: readonly PagedRange[];
  readonly originalSha256: Sha256;
  /** The language of that text (BCP 47); null or absent where it is not known. */
  readonly language?: string | null;
};

/** The copy that contains an orphan's words is what it is carried from, however many copies lie between. */
export const wordsOf = (
  passage: Passage,
  articleId: ArticleId,
): Pick<CarriedFrom, 'articleId' | 'passageId'> =>
  passage.carriedFrom !== null && isOutOfText(passage)
    ? { articleId: passage.carriedFrom.articleId, passageId: passage.carriedFrom.passageId }
    : { articleId, passageId: passage.id };

/** An answered question is never asked again: an orphan that the analyst kept, and that is still an orphan. */
const isKeptOrphan = ({ carriedFrom }: Passage): boolean =>
  carriedFrom?.state === 'orphaned' && carriedFrom.isSettled;

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

/** How the words at `places` stand in the new version, which has all of them. */
type Surroundings = 'same' | 'beside' | 'own';

const surroundingsOf = (
  { pair, language }: NewVersion,
  selectors: Words,
  places: readonly TextRange[],
): Surroundings => {
  const ranges = pair === null ? null : ownRanges(pair.old, selectors);
  if (pair === null || ranges === null) return 'same';
  const found = ranges.map((range, part) => {
    const place = places[part];
    if (place === undefined) return 'same';
    const changes: readonly AroundChange[] = changesAround(pair, range, place);
    const isOwn = changes.some(({ kind }) => kind === 'own');
    if (isOwn || isReframed(pair, range, place, language ?? null)) return 'own';
    return changes.length === 0 ? 'same' : 'beside';
  });
  if (found.includes('own')) return 'own';
  return found.includes('beside') ? 'beside' : 'same';
};

/**
 * A region in a new version of its article. The hash of the picture, or of the original whose page it shows,
 * decides: the same bytes are the same pixels, wherever they occur; any other bytes are different evidence,
 * however similar.
 */

/** The same picture in the new text: where it occurs several times, the occurrence nearest to the old place. */
const samePicture = (
  { index, pictures }: Pick<NewVersion, 'index' | 'pictures'>,
  { picture, position }: RegionOfPicture,
): PictureInText | undefined => {
  const farFrom = ({ offset }: PictureInText): number => Math.abs(index.toCodePoint(offset) - position.start);
  return pictures
    .filter(({ attrs }) => attrs.sha256 === picture.sha256)
    .toSorted((a, b) => farFrom(a) - farFrom(b))[0];
};

type RegionVersion = Omit<NewVersion, 'pair'>;

/** The region's place in the new version, and whether it is unchanged; null where its picture is not there. */
type Standing = { readonly selector: RegionSelector; readonly isWhereItWas: boolean } | null;

const onPicture = (version: RegionVersion, region: RegionOfPicture): Standing => {
  const same = samePicture(version, region);
  if (same === undefined) return null;
  const selector = describeRegion(version.index, same, region.xywh);
  return { selector, isWhereItWas: selector.position.start === region.position.start };
};

/** A page of the same file is the same page, whatever text was read from it. */
const onPage = (version: RegionVersion, region: PageRegion): Standing => {
  const isSame = version.originalSha256 === region.page.original;
  const selector = isSame ? describePageRegion(version, region) : null;
  return selector === null ? null : { selector, isWhereItWas: true };
};

/**
 * See carryPassage. A region whose picture or page is not in the new version is an orphan, with the pixels of the old
 * copy.
 */
const carryRegion = (
  version: RegionVersion,
  passage: Passage,
  region: RegionSelector,
  { articleId, id, at }: CarryOptions,
): Passage => {
  const carried = { ...passage, id, updatedAt: at };
  const from = wordsOf(passage, articleId);
  const standing = isOfPage(region) ? onPage(version, region) : onPicture(version, region);
  if (standing === null)
    return { ...carried, carriedFrom: { ...from, state: 'orphaned', isSettled: isKeptOrphan(passage) } };
  const isSettled = !isKeptOrphan(passage);
  return {
    ...carried,
    selectors: [standing.selector],
    carriedFrom: { ...from, state: standing.isWhereItWas && isSettled ? 'unchanged' : 'moved', isSettled },
  };
};

/**
 * Carries `passage` of the article `from.articleId` over to a new version of its text, with everything recorded
 * about it except its follow-ups. Where its words are found beyond doubt, it is described anew and settled, even
 * if they moved; otherwise it keeps its old selectors and waits for the analyst. Its quotation never changes.
 */
export const carryPassage = (version: NewVersion, passage: Passage, options: CarryOptions): Passage => {
  const target = targetOf(passage);
  return target.kind === 'region'
    ? carryRegion(version, passage, target.selector, options)
    : carryWords(version, passage, target.selectors, options);
};

/** Only words whose own sentence is the same are next to a change; all others are asked as to their place. */
const stateIn = (isCertain: boolean, around: Surroundings, isWhereItWas: boolean): CarriedState => {
  if (isCertain && around === 'beside') return 'nextToChange';
  return isWhereItWas && isCertain && around === 'same' ? 'unchanged' : 'moved';
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
    // Words that the analyst had given up, and that have reappeared, are offered for review once. So are the same
    // words where something in or beside their sentence is different (see changesAround).
    const around = surroundingsOf(version, selectorsBefore, place.ranges);
    const isCertain = place.state === 'certain' && !isKeptOrphan(passage);
    const isSettled = isCertain && around === 'same';
    return {
      ...carried,
      selectors,
      carriedFrom: carriedFrom(stateIn(isCertain, around, isWhereItWas), isSettled),
    };
  }
  if (place.state === 'ambiguous') return { ...carried, carriedFrom: carriedFrom('ambiguous', false) };
  if (hasCandidate(version, selectorsBefore))
    return { ...carried, carriedFrom: carriedFrom('changed', false) };
  return { ...carried, carriedFrom: carriedFrom('orphaned', isKeptOrphan(passage)) };
};
