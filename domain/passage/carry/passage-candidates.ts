import { snapToGraphemes } from '../../text/grapheme-boundaries.ts';
import type { Selector, TextRange } from '../../text/selector.ts';
import type { TextIndex } from '../../text/text-index.ts';
import { anchorPassage } from '../anchor/anchor-passage.ts';
import {
  anchorSelector,
  type Candidate,
  contextAt,
  keepApart,
  MAX_CANDIDATES,
  scoreOf,
  selectorCandidates,
  TYPOGRAPHY_SIMILARITY,
} from '../anchor/anchor-selector.ts';
import { differenceOf, withItsMarks } from '../compare-words.ts';
import type { Image } from '../image.ts';
import { MAX_NEAR_LENGTH } from '../near/approximate-matching.ts';
import { createNearestFinder } from '../near/edit-distance.ts';
import { toTokenEdges } from '../passage-edges.ts';
import { isAnothers, type PartPlace, placePart, supportOf } from './place-part.ts';
import type { VersionPair } from './version-pair.ts';

/** A possible place of a whole passage in a text: one range for each part that has a place, in order. */
export type PassageCandidate = {
  readonly ranges: readonly TextRange[];
  readonly score: number;
  /** What sets its words apart from those of the passage. */
  readonly difference: Candidate['difference'];
};

type Part = {
  readonly length: number;
  /** Where the part was: in the old text or, where that is not available, as recorded in the selector. */
  readonly stood: TextRange;
  readonly places: readonly Candidate[];
};

/** Where a whole passage is in a new version of its text. */
export type PassagePlace =
  | { readonly state: 'certain' | 'moved'; readonly ranges: readonly TextRange[] }
  | { readonly state: 'ambiguous' | 'lost' };

/** The ranges of a passage's parts in the text that they were made on; null where one of them is not found. */
export const ownRanges = (index: TextIndex, selectors: readonly Selector[]): readonly TextRange[] | null => {
  const { ranges } = anchorPassage(index, selectors);
  return ranges.length === selectors.length ? ranges : null;
};

const found = (parts: readonly PartPlace[]): readonly TextRange[] =>
  parts.flatMap((part) => ('range' in part ? [part.range] : []));

/**
 * The extra room between two parts of an interrupted quotation, beyond what was there before: one inserted
 * sentence.
 */
const ROOM = 240;

const gapAfter = (part: TextRange, next: TextRange): number => next.start - part.end;

/** Whether `next` follows `part` in a new text as it did in the old one: after it, and about as near. */
const followsInStretch = (
  [part, next]: readonly [TextRange, TextRange],
  [oldPart, oldNext]: readonly [TextRange, TextRange],
): boolean => {
  const gap = gapAfter(part, next);
  return gap >= 0 && gap <= 2 * Math.max(0, gapAfter(oldPart, oldNext)) + ROOM;
};

/** Whether the parts of a passage are in order and within one stretch of the text, as those of `old` are. */
const areInOneStretch = (parts: readonly TextRange[], old: readonly TextRange[]): boolean =>
  parts.every((part, at) => {
    const [next, oldPart, oldNext] = [parts[at + 1], old[at], old[at + 1]];
    if (next === undefined || oldPart === undefined || oldNext === undefined) return true;
    return followsInStretch([part, next], [oldPart, oldNext]);
  });

/**
 * Where a passage with `ranges` of the old text is in the new one. It is as certain as its least certain part, and
 * certain only where the parts keep their order and stay within one stretch.
 */
export const placePassage = (pair: VersionPair, ranges: readonly TextRange[]): PassagePlace => {
  const parts = ranges.map((range) => placePart(pair, range));
  if (parts.some(({ state }) => state === 'lost')) return { state: 'lost' };
  if (parts.some(({ state }) => state === 'ambiguous')) return { state: 'ambiguous' };
  const places = found(parts);
  if (!areInOneStretch(places, ranges)) return { state: 'lost' };
  return { state: parts.every(({ state }) => state === 'certain') ? 'certain' : 'moved', ranges: places };
};

/** As placePassage, where only the new text is available: only what is still at the same position is certain. */
export const placeBySelectors = (index: TextIndex, selectors: readonly Selector[]): PassagePlace => {
  const { state, ranges } = anchorPassage(index, selectors);
  if (state === 'orphaned') return { state: 'lost' };
  if (state === 'ambiguous') return { state };
  const stood = selectors.map(({ position }) => position);
  if (!areInOneStretch(ranges, stood)) return { state: 'lost' };
  return { state: state === 'anchored' ? 'certain' : 'moved', ranges };
};

/** Adds, in one direction, the best place of each part that keeps the order of `chosen` and its stretch. */
const addParts = (
  chosen: readonly (Candidate | null)[],
  parts: readonly Part[],
  order: readonly number[],
): readonly (Candidate | null)[] =>
  order.reduce<readonly (Candidate | null)[]>((so, number) => {
    const fits = (candidate: Candidate): boolean =>
      so.every((other, at) => {
        const [own, its] = [parts[number], parts[at]];
        if (other === null || own === undefined || its === undefined) return true;
        return at < number
          ? followsInStretch([other.range, candidate.range], [its.stood, own.stood])
          : followsInStretch([candidate.range, other.range], [own.stood, its.stood]);
      });
    return so.with(number, parts[number]?.places.find(fits) ?? null);
  }, chosen);

const worst = (differences: readonly Candidate['difference'][]): Candidate['difference'] =>
  (['words', 'typography'] as const).find((each) => differences.includes(each)) ?? 'none';

/** The passage with `place` for the part of that number, and for each other part the best place compatible with it. */
const combine = (parts: readonly Part[], number: number, place: Candidate): PassageCandidate => {
  const others = parts.map((_, at) => at).filter((at) => at !== number);
  const alone = parts.map((_, at) => (at === number ? place : null));
  const chosen = addParts(alone, parts, others);
  const total = parts.reduce((sum, { length }) => sum + length, 0);
  const isWhole = chosen.every((each) => each !== null);
  return {
    ranges: chosen.flatMap((each) => each?.range ?? []),
    // A part without a place scores 0.
    score: parts.reduce((sum, { length }, at) => sum + length * (chosen[at]?.score ?? 0), 0) / total,
    difference: isWhole ? worst(chosen.flatMap((each) => each?.difference ?? [])) : 'words',
  };
};

const toPassages = (parts: readonly Part[]): readonly PassageCandidate[] => {
  const found = new Map<string, PassageCandidate>();
  for (const [number, { places }] of parts.entries()) {
    for (const place of places) {
      const passage = combine(parts, number, place);
      found.set(passage.ranges.map(({ start }) => start).join(), passage);
    }
  }
  // The places of a single part are already ordered, by more than their score.
  const passages = [...found.values()];
  const ranked = parts.length === 1 ? passages : passages.toSorted((a, b) => b.score - a.score);
  return ranked.slice(0, MAX_CANDIDATES);
};

/** Less of a part than this is no place that the analyst would recognise, though the alignment points to it. */
const MIN_KEPT = 0.35;
const MIN_SIMILARITY = 0.45;

/** How far around a part its neighbours are searched when none of its words was kept; UTF-16. */
const NEIGHBOURS = 80;

/** The text that is now between the old neighbours of the part, if it is about as long as the part was. */
const betweenNeighbours = ({ old, piecesIn }: VersionPair, range: TextRange): TextRange | null => {
  const before = piecesIn({ start: Math.max(0, range.start - NEIGHBOURS), end: range.start }).at(-1);
  const [after] = piecesIn({ start: range.end, end: Math.min(old.text.length, range.end + NEIGHBOURS) });
  if (before === undefined || after === undefined) return null;
  const between = { start: before.fresh.end, end: after.fresh.start };
  const length = between.end - between.start;
  return length > 0 && length <= 3 * (range.end - range.start) + 16 ? between : null;
};

/** The words nearest to the quote, to the character, where the alignment points to; null where it points nowhere. */
const measure = (pair: VersionPair, quote: string, range: TextRange, { hull, kept }: Image) => {
  const pointed = hull !== null && kept >= MIN_KEPT ? hull : betweenNeighbours(pair, range);
  if (pointed === null) return null;
  if (quote.length > MAX_NEAR_LENGTH) return { range: pointed, similarity: kept };
  const pad = pointed === hull ? Math.ceil(quote.length / 2) + 16 : 0;
  const nearest = createNearestFinder(quote)(pair.fresh.text, {
    start: Math.max(0, pointed.start - pad),
    end: Math.min(pair.fresh.text.length, pointed.end + pad),
  });
  const isNothing = nearest.range.start === nearest.range.end;
  return isNothing ? null : { range: nearest.range, similarity: 1 - nearest.errors / quote.length };
};

/** Only the very words count as all of a quote. */
const mostSimilar = { none: 1, typography: TYPOGRAPHY_SIMILARITY, words: 0.99 };

/** The text now under the same headers of a table; null where the part is not in a table, or nothing is there. */
const cellCandidate = (pair: VersionPair, { quote }: Selector, range: TextRange): Candidate | null => {
  const cell = pair.sameCell(range)?.fresh;
  if (cell === undefined) return null;
  const words = pair.fresh.text.slice(cell.start, cell.end);
  const place = { start: cell.end - words.trimStart().length, end: cell.start + words.trimEnd().length };
  if (place.start >= place.end) return null;
  const nearest = createNearestFinder(quote.exact)(pair.fresh.text, place);
  const similarity = Math.max(0, 1 - nearest.errors / quote.exact.length);
  return {
    range: place,
    score: scoreOf({ similarity, context: 1 }),
    difference: differenceOf(quote.exact, pair.fresh.text.slice(place.start, place.end)),
  };
};

/** The part according to the alignment: its words where they are now, or the words that replaced them. */
const alignedCandidate = (pair: VersionPair, selector: Selector, range: TextRange): readonly Candidate[] => {
  const inCell = cellCandidate(pair, selector, range);
  if (inCell !== null) return [inCell];
  const { exact } = selector.quote;
  const { text } = pair.fresh;
  const image = pair.imageOf(range);
  const nearest =
    image.whole === null ? measure(pair, exact, range, image) : { range: image.whole, similarity: 1 };
  if (nearest === null || nearest.similarity < MIN_SIMILARITY) return [];
  const whole = snapToGraphemes(text, toTokenEdges(text, nearest.range));
  const place = withItsMarks(text, whole, exact);
  const difference = differenceOf(exact, text.slice(place.start, place.end));
  const similarity =
    difference === 'words' ? Math.min(nearest.similarity, mostSimilar.words) : mostSimilar[difference];
  const context = Math.max(contextAt(text, place, selector), supportOf(pair, range, place));
  return [{ range: place, score: scoreOf({ similarity, context }), difference }];
};

/** Where a selector may be, judged by itself; where it was found there is no other candidate. */
const placesOfSelector = (index: TextIndex, selector: Selector): readonly Candidate[] => {
  const anchor = anchorSelector(index, selector);
  switch (anchor.state) {
    case 'anchored':
      return [{ range: anchor.range, score: 1, difference: 'none' }];
    case 'moved':
      return [{ range: anchor.range, score: anchor.score, difference: 'none' }];
    default:
      return anchor.candidates;
  }
};

/**
 * Whether different words that resemble the part were in the old text too, in the same sentence as in the new one:
 * then they are not what the part became.
 */
const stoodBefore = (pair: VersionPair, range: TextRange, { range: place }: Candidate): boolean => {
  const { start, end } = pair.sentencesOf('fresh', place);
  const own = pair.sentencesOf('old', range);
  return pair
    .placesIn('old', pair.fresh.text.slice(start, end))
    .some((other) => other.end <= own.start || other.start >= own.end);
};

/** What the selector finds in the new text, without words that were already elsewhere in the old one. */
const foundCandidates = (pair: VersionPair, selector: Selector, range: TextRange): readonly Candidate[] =>
  selectorCandidates(pair.fresh, selector).filter(
    (candidate) => candidate.difference !== 'words' || !stoodBefore(pair, range, candidate),
  );

const partition = <Item>(
  items: readonly Item[],
  isFirst: (item: Item) => boolean,
): readonly [readonly Item[], readonly Item[]] => [
  items.filter(isFirst),
  items.filter((item) => !isFirst(item)),
];

/**
 * The possible places of one part of a passage in the new text, the best first. A certain place is the only one;
 * otherwise the alignment's candidates come first, then what the selector finds, and last the places that belong
 * to another passage by the alignment.
 */
const partCandidates = (pair: VersionPair, selector: Selector, range: TextRange): readonly Candidate[] => {
  const placed = placePart(pair, range);
  if (placed.state === 'certain') return [{ range: placed.range, score: 1, difference: 'none' }];
  const [free, taken] = partition(foundCandidates(pair, selector, range), (candidate) =>
    candidate.difference === 'none' ? !isAnothers(pair, range, candidate.range) : true,
  );
  return keepApart([...alignedCandidate(pair, selector, range), ...free, ...taken]);
};

/** Whether anything in the new text resembles one part of a passage. */
const hasPartCandidate = (pair: VersionPair, selector: Selector, range: TextRange): boolean =>
  alignedCandidate(pair, selector, range).length > 0 || foundCandidates(pair, selector, range).length > 0;

/**
 * The possible places of a passage whose place in the indexed text is in doubt, the best first, at most
 * MAX_CANDIDATES: its parts in order and within one stretch. The score of a passage of several parts is the
 * average of the parts' scores, weighted by length.
 */
export const passageCandidates = (
  index: TextIndex,
  selectors: readonly Selector[],
): readonly PassageCandidate[] =>
  toPassages(
    selectors.map((selector) => ({
      length: selector.quote.exact.length,
      stood: selector.position,
      places: placesOfSelector(index, selector),
    })),
  );

/** The same in the new text of two versions, where the old one helps to find them. */
export const carriedCandidates = (
  pair: VersionPair,
  selectors: readonly Selector[],
): readonly PassageCandidate[] => {
  const ranges = ownRanges(pair.old, selectors);
  if (ranges === null) return passageCandidates(pair.fresh, selectors);
  return toPassages(
    selectors.flatMap((selector, part) => {
      const stood = ranges[part];
      if (stood === undefined) return [];
      return [{ length: selector.quote.exact.length, stood, places: partCandidates(pair, selector, stood) }];
    }),
  );
};

/** Whether there is any candidate for a passage of `ranges` of the old text: cheaper than to look for all of them. */
export const hasCarriedCandidate = (
  pair: VersionPair,
  selectors: readonly Selector[],
  ranges: readonly TextRange[],
): boolean =>
  selectors.some((selector, part) => {
    const stood = ranges[part];
    return stood !== undefined && hasPartCandidate(pair, selector, stood);
  });
