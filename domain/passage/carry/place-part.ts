/**
 * Decides where one part of a passage is in a new version of its text, from two witnesses. The alignment of the
 * texts shows what became of the place; the selector, with as much context as the old text has, shows where the
 * words are. A place on which both agree, with the same words and edges, is certain however far it moved. Where
 * they disagree, or where several places fit equally well, nothing is chosen.
 */
import type { TextRange } from '../../text/selector.ts';
import { SELF_EVIDENT_LENGTH } from '../anchor/anchor-selector.ts';
import type { Image } from '../image.ts';
import { edgesAt, hasEdges } from '../passage-edges.ts';
import { EDGE_REACH } from '../token-rest.ts';
import type { VersionPair } from './version-pair.ts';

export type PartPlace =
  | { readonly state: 'certain'; readonly range: TextRange }
  /** The same words elsewhere; the alignment neither confirms nor denies it. */
  | { readonly state: 'moved'; readonly range: TextRange }
  | { readonly state: 'ambiguous' }
  /** Changed or gone: which, is decided by what resembles it. */
  | { readonly state: 'lost' };

/**
 * The least length of quote and agreeing context together, in UTF-16 units, for words that left their place to be
 * certain.
 */
const SURE_ELSEWHERE = 80;
/** A place is still the passage's own where so much of its words stayed, if not all of them. */
const STILL_THERE = 0.5;

/**
 * A paragraph shorter than this, such as a time, a caption or a table cell, may be a different one with equal
 * text.
 */
const MIN_LINE = 30;
/** A short paragraph is accepted all the same if this many characters beside it are still there. */
const MIN_BESIDE_LINE = 24;

/** The share of a short quote's neighbouring text that must have stayed beside it. */
const MIN_KEPT_SENTENCE = 2 / 3;

/** How far, in UTF-16 units, two texts are the same before and after two places; at most AGREEMENT_REACH each. */
type Agreement = { readonly before: number; readonly after: number };

const AGREEMENT_REACH = 240;
/** So little more on one side is chance: a space, the end of a sentence, a letter that happens to be the same. */
const CHANCE = 2;

/** How many characters agree, going `step` by step from `at` and from `there`. */
const agreeing = (old: string, at: number, fresh: string, there: number, step: 1 | -1): number => {
  for (let length = 0; length < AGREEMENT_REACH; length += 1) {
    const own = old.charCodeAt(at + step * length);
    const its = fresh.charCodeAt(there + step * length);
    // Past the end of a text the character code is NaN, which equals nothing: that both texts end here proves
    // little.
    if (own !== its) return length;
  }
  return AGREEMENT_REACH;
};

/** How far `old` around `range` and `fresh` around `place` agree. */
const agreementOf = (old: string, range: TextRange, fresh: string, place: TextRange): Agreement => ({
  before: agreeing(old, range.start - 1, fresh, place.start - 1, -1),
  after: agreeing(old, range.end, fresh, place.end, 1),
});

const totalOf = ({ before, after }: Agreement): number => before + after;

/** A place with this many times the agreement, plus this many characters, wins, whichever side the agreement is on. */
const FAR_MORE = { times: 3, characters: 16 };

/** Whether `a` is at least as good on both sides and clearly better on the whole, or far better on the whole. */
const dominates = (a: Agreement, b: Agreement): boolean => {
  const isAsGood = a.before >= b.before - CHANCE && a.after >= b.after - CHANCE;
  if (isAsGood && totalOf(a) > totalOf(b) + 2 * CHANCE) return true;
  return totalOf(a) >= FAR_MORE.times * totalOf(b) + FAR_MORE.characters;
};

/** Whether two ranges of one text are about as close together as the surroundings examined around a passage. */
const isNear = (a: TextRange, b: TextRange): boolean =>
  a.start < b.end + 2 * AGREEMENT_REACH && b.start < a.end + 2 * AGREEMENT_REACH;

const sizeOf = ({ start, end }: TextRange): number => end - start;

/** White space is no piece of an alignment: about a sixth of a text. */
const SPACE_SHARE = 1 / 6;

/** The share of `around` in the old text, without `range` itself, that is near `place` in the new one; 0 to 1. */
const keptAround = (
  pair: VersionPair,
  { around, range, place }: Readonly<Record<'around' | 'range' | 'place', TextRange>>,
): number => {
  const kept = pair
    .piecesIn(around)
    .filter(({ old, fresh }) => isNear(fresh, place) && (old.end <= range.start || old.start >= range.end))
    .reduce((sum, { old }) => sum + sizeOf(old), 0);
  const inside = pair
    .piecesIn(around)
    .filter(({ old, fresh }) => isNear(fresh, place) && old.start < range.end && old.end > range.start)
    .reduce(
      (sum, { old }) => sum + Math.max(0, range.start - old.start) + Math.max(0, old.end - range.end),
      0,
    );
  const rest = sizeOf(around) - sizeOf(range);
  return Math.min(1, (kept + inside) / Math.max(1, rest * (1 - SPACE_SHARE)));
};

/** The share of what was near `range` in the old text that is near `place` in the new one. */
export const supportOf = (pair: VersionPair, range: TextRange, place: TextRange): number =>
  keptAround(pair, {
    around: {
      start: Math.max(0, range.start - AGREEMENT_REACH),
      end: Math.min(pair.old.text.length, range.end + AGREEMENT_REACH),
    },
    range,
    place,
  });

/** The length of quote and agreeing context: how much of the old text is at `place` in one piece. */
const lengthInOnePiece = ({ old, fresh }: VersionPair, range: TextRange, place: TextRange): number =>
  range.end - range.start + totalOf(agreementOf(old.text, range, fresh.text, place));

/** The places of the new text with the words and the edges of `range`. */
const samePlaces = (pair: VersionPair, range: TextRange): readonly TextRange[] => {
  const edges = edgesAt(pair.old.text, range);
  return pair
    .placesIn('fresh', pair.old.text.slice(range.start, range.end))
    .filter((place) => hasEdges(pair.fresh.text, place, edges));
};

/** Where the texts agree farther than any edge reaches, nothing has to be taken apart. */
const hasSameEdges = (
  { old, fresh }: Pick<VersionPair, 'old' | 'fresh'>,
  range: TextRange,
  place: TextRange,
): boolean => {
  const { before, after } = agreementOf(old.text, range, fresh.text, place);
  if (before > 2 * EDGE_REACH && after > 2 * EDGE_REACH) return true;
  return hasEdges(fresh.text, place, edgesAt(old.text, range));
};

/** Where the alignment puts the words, if they are all there and end as they did. */
const alignedPlace = ({ old, fresh }: VersionPair, range: TextRange, { whole }: Image): TextRange | null => {
  if (whole === null) return null;
  const isVerbatim = fresh.text.slice(whole.start, whole.end) === old.text.slice(range.start, range.end);
  return isVerbatim && hasSameEdges({ old, fresh }, range, whole) ? whole : null;
};

/** If the sentence has less than this besides the quote itself, the rest of it proves nothing. */
const MIN_SENTENCE_REST = 12;

const isWholeLine = (text: string, { start, end }: TextRange): boolean =>
  (start === 0 || text[start - 1] === '\n') && (end === text.length || text[end] === '\n');

/**
 * Whether the alignment has more evidence than the words themselves, which may occur by chance in a rewritten
 * sentence: the rest of their sentence or, where they are the whole sentence, its line, its length or its
 * surroundings.
 */
const isWellFounded = (pair: VersionPair, range: TextRange, place: TextRange): boolean => {
  const around = pair.sentencesOf('old', range);
  const rest = around.end - around.start - (range.end - range.start);
  if (rest >= MIN_SENTENCE_REST) return keptAround(pair, { around, range, place }) >= MIN_KEPT_SENTENCE;
  if (isWholeLine(pair.old.text, around) && isWholeLine(pair.fresh.text, place)) return true;
  return (
    lengthInOnePiece(pair, range, place) >= SELF_EVIDENT_LENGTH ||
    supportOf(pair, range, place) >= MIN_KEPT_SENTENCE
  );
};

/**
 * Whether another place might be meant as well. The words of a passage are at `place`; they may also occur
 * elsewhere in the new text, or have occurred elsewhere in the old one. Such a rival counts unless the alignment
 * assigns it to another passage, or the text around it agrees less on either side. A copy that is new in this
 * version therefore never beats the original, and of two occurrences side by side neither is chosen.
 */

/** A quote that occurs more often than this on one side is contested: its places could not be told apart. */
const MAX_RIVALS = 300;
/** The share of the passage's surroundings that must be around its new place for the alignment to decide. */
const MIN_SUPPORT = 0.5;

const isSame = (a: TextRange, b: TextRange): boolean => a.start === b.start;

type Contest = {
  readonly pair: VersionPair;
  readonly range: TextRange;
  readonly place: TextRange;
  readonly own: Agreement;
  readonly agree: (range: TextRange, place: TextRange) => Agreement;
};

/** Whether a rival in the new text belongs to another passage, by the alignment and by its surroundings. */
const isTaken = ({ pair, range, agree }: Contest, rival: TextRange, olds: readonly TextRange[]): boolean =>
  olds.some((other) => {
    if (isSame(other, range)) return false;
    const { whole } = pair.imageOf(other);
    return (
      whole !== null && isSame(whole, rival) && totalOf(agree(other, rival)) >= totalOf(agree(range, rival))
    );
  });

const isRival = (contest: Contest, rival: TextRange, olds: readonly TextRange[]): boolean => {
  const { pair, range, place, own, agree } = contest;
  const other = agree(range, rival);
  if (isSame(rival, place) || dominates(own, other) || isTaken(contest, rival, olds)) return false;
  if (isNear(rival, place) || dominates(other, own)) return true;
  return supportOf(pair, range, place) < MIN_SUPPORT;
};

/** Whether the place may be what became of another occurrence in the old text. */
const isOldRival = ({ pair, range, place, own, agree }: Contest, other: TextRange): boolean => {
  const its = agree(other, place);
  if (isSame(other, range) || dominates(own, its)) return false;
  const { whole } = pair.imageOf(other);
  const hasAnother = whole !== null && !isSame(whole, place);
  return !(hasAnother && totalOf(agree(other, whole)) >= totalOf(its));
};

/** Whether the words of `range` of the old text, which are at `place` of the new one, might be meant elsewhere. */
const isContested = (pair: VersionPair, range: TextRange, place: TextRange): boolean => {
  const quote = pair.old.text.slice(range.start, range.end);
  const [olds, freshes] = [pair.placesIn('old', quote), pair.placesIn('fresh', quote)];
  if (olds.length === 1 && freshes.length === 1) return false;
  if (olds.length > MAX_RIVALS || freshes.length > MAX_RIVALS) return true;
  const agree = (of: TextRange, at: TextRange): Agreement =>
    agreementOf(pair.old.text, of, pair.fresh.text, at);
  const contest = { pair, range, place, own: agree(range, place), agree };
  return (
    freshes.some((rival) => isRival(contest, rival, olds)) || olds.some((other) => isOldRival(contest, other))
  );
};

const placeAligned = (pair: VersionPair, range: TextRange, place: TextRange): PartPlace => {
  if (isContested(pair, range, place)) return { state: 'ambiguous' };
  return isWellFounded(pair, range, place) ? { state: 'certain', range: place } : { state: 'lost' };
};

/** Whether the words at `place` are another occurrence of the old text, and not `range`. */
export const isAnothers = (pair: VersionPair, range: TextRange, place: TextRange): boolean =>
  pair.placesIn('old', pair.old.text.slice(range.start, range.end)).some((other) => {
    const { whole } = pair.imageOf(other);
    return other.start !== range.start && whole?.start === place.start;
  });

/** The words are not where they were: only the selector finds them. */
const placeElsewhere = (pair: VersionPair, range: TextRange, image: Image): PartPlace => {
  const [best] = samePlaces(pair, range)
    .map((place) => ({ place, length: lengthInOnePiece(pair, range, place) }))
    .filter(({ length }) => length >= SELF_EVIDENT_LENGTH)
    .toSorted((a, b) => b.length - a.length)
    .filter(({ place }) => !isAnothers(pair, range, place));
  if (best === undefined) return { state: 'lost' };
  if (image.kept >= STILL_THERE || isContested(pair, range, best.place)) return { state: 'ambiguous' };
  return { state: best.length >= SURE_ELSEWHERE ? 'certain' : 'moved', range: best.place };
};

/** A full stop that is not part of the passage, and a space. */
const SENTENCE_EDGE = 2;

/**
 * Whether a whole sentence occurs more often in the new text than in the old one. Its surroundings cannot show
 * which of its places is the original and which the copy, since an editor may have copied them too.
 */
const hasTwin = (pair: VersionPair, range: TextRange): boolean => {
  const sentence = pair.sentencesOf('old', range);
  if (sentence.end - sentence.start - (range.end - range.start) > SENTENCE_EDGE) return false;
  const quote = pair.old.text.slice(range.start, range.end);
  return pair.placesIn('fresh', quote).length > pair.placesIn('old', quote).length;
};

/** The paragraph (a line of the canonical text) that contains a range; null where the range spans several. */
const lineOf = (text: string, { start, end }: TextRange): TextRange | null => {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', start);
  const to = next === -1 ? text.length : next;
  return end <= to ? { start: from, end: to } : null;
};

const linesLike = (pair: VersionPair, side: 'old' | 'fresh', line: string): readonly TextRange[] =>
  pair.placesIn(side, line).filter((place) => isWholeLine(pair[side].text, place));

/**
 * Where the words are in a paragraph that is identical character by character and occurs once in each text: such a
 * paragraph carries its content along wherever it moved.
 */
const inOwnLine = (pair: VersionPair, range: TextRange): TextRange | null => {
  const line = lineOf(pair.old.text, range);
  if (line === null) return null;
  const text = pair.old.text.slice(line.start, line.end);
  const [place, ...others] = linesLike(pair, 'fresh', text);
  if (place === undefined || others.length > 0 || linesLike(pair, 'old', text).length !== 1) return null;
  const { before, after } = agreementOf(pair.old.text, line, pair.fresh.text, place);
  const isShort = text.length < MIN_LINE && Math.max(before, after) < MIN_BESIDE_LINE;
  if (isShort) return null;
  const moved = place.start - line.start;
  return { start: range.start + moved, end: range.end + moved };
};

/**
 * In a table the words are under the same headers, or they have changed: an equal figure in another cell is a
 * different figure.
 */
const inCell = (
  { old, fresh }: VersionPair,
  range: TextRange,
  cell: { readonly old: TextRange; readonly fresh: TextRange },
): PartPlace => {
  const textOf = (text: string, { start, end }: TextRange): string => text.slice(start, end);
  if (textOf(old.text, cell.old) !== textOf(fresh.text, cell.fresh)) return { state: 'lost' };
  const moved = cell.fresh.start - cell.old.start;
  return { state: 'certain', range: { start: range.start + moved, end: range.end + moved } };
};

/** Where the words of `range` of the old text are in the new one. Pure. */
export const placePart = (pair: VersionPair, range: TextRange): PartPlace => {
  const cell = pair.sameCell(range);
  if (cell !== null) return inCell(pair, range, cell);
  const own = pair.isInCell(range) ? null : inOwnLine(pair, range);
  if (own !== null) return hasTwin(pair, range) ? { state: 'ambiguous' } : { state: 'certain', range: own };
  const image = pair.imageOf(range);
  const aligned = alignedPlace(pair, range, image);
  if (aligned === null) return placeElsewhere(pair, range, image);
  if (hasTwin(pair, range)) return { state: 'ambiguous' };
  return image.isSure ? { state: 'certain', range: aligned } : placeAligned(pair, range, aligned);
};
