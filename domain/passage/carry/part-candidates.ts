import { snapToGraphemes } from '../../text/grapheme-boundaries.ts';
import type { Selector, TextRange } from '../../text/selector.ts';
import type { TextIndex } from '../../text/text-index.ts';
import {
  anchorSelector,
  type Candidate,
  contextAt,
  keepApart,
  scoreOf,
  selectorCandidates,
  TYPOGRAPHY_SIMILARITY,
} from '../anchor/anchor-selector.ts';
import { differenceOf, withItsMarks } from '../compare-words.ts';
import type { Image } from '../image.ts';
import { MAX_NEAR_LENGTH } from '../near/approximate-matching.ts';
import { createNearestFinder } from '../near/edit-distance.ts';
import { toTokenEdges } from '../passage-edges.ts';
import { isAnothers, placePart } from './place-part.ts';
import { supportOf } from './support.ts';
import type { VersionPair } from './version-pair.ts';

/** Less of a part than this is no place that the analyst would recognise, though the alignment points to it. */
const MIN_KEPT = 0.35;
const MIN_SIMILARITY = 0.45;

/** How far around a part its neighbours are looked for, where no word of it was kept; UTF-16. */
const NEIGHBOURS = 80;

/** What stands now between the words that stood before and after the part, if that is about as long as it was. */
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

/** What stands under the same heads of a table now; null where the part is in none, or nothing stands there. */
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

/** What the alignment says has become of the part: its words where they stand, or those that stand there now. */
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

/** Where a selector may stand by itself; where it was found there is no other place. */
export const placesOfSelector = (index: TextIndex, selector: Selector): readonly Candidate[] => {
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
 * Whether other words that merely resemble the part stood in the old text as they do in the new one, to the sentence:
 * then they are not what the part became.
 */
const stoodBefore = (pair: VersionPair, range: TextRange, { range: place }: Candidate): boolean => {
  const { start, end } = pair.sentencesOf('fresh', place);
  const own = pair.sentencesOf('old', range);
  return pair
    .placesIn('old', pair.fresh.text.slice(start, end))
    .some((other) => other.end <= own.start || other.start >= own.end);
};

/** What the selector finds in the new text, less what is other words of the old one. */
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
 * The places that one part of a passage may have in the new text, the best first: the one, where it is certain; else
 * what the alignment points to, then what the selector finds, last what is another passage's by the alignment.
 */
export const partCandidates = (
  pair: VersionPair,
  selector: Selector,
  range: TextRange,
): readonly Candidate[] => {
  const placed = placePart(pair, range);
  if (placed.state === 'certain') return [{ range: placed.range, score: 1, difference: 'none' }];
  const [free, taken] = partition(foundCandidates(pair, selector, range), (candidate) =>
    candidate.difference === 'none' ? !isAnothers(pair, range, candidate.range) : true,
  );
  return keepApart([...alignedCandidate(pair, selector, range), ...free, ...taken]);
};

/** Whether anything in the new text resembles one part of a passage. */
export const hasPartCandidate = (pair: VersionPair, selector: Selector, range: TextRange): boolean =>
  alignedCandidate(pair, selector, range).length > 0 || foundCandidates(pair, selector, range).length > 0;
