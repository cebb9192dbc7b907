/**
 * Finds places of a text that resemble a quote: seeds vote for its possible places, and the best of those are
 * measured to the character. Nothing found here is ever accepted automatically.
 */
import { snapToGraphemes } from '../../text/grapheme-boundaries.ts';
import { isOverlapping, type TextRange } from '../../text/selector.ts';
import type { TextIndex } from '../../text/text-index.ts';
import { createNearestFinder, type NearestMatch } from './edit-distance.ts';
import { GRAM_LENGTH, gramsOf } from './gram-index.ts';

/** A shorter quote resembles something in every text. */
export const MIN_NEAR_LENGTH = 16;
/** A longer quote would cost too much to measure: it is looked for by its two ends. */
export const MAX_NEAR_LENGTH = 4000;
const END_LENGTH = 1000;
/** The text between the two ends may be shorter or longer than the quote by this factor. */
const MAX_STRETCH = 2;
/** The share of the quote's characters that must have stayed. */
export const MIN_SIMILARITY = 0.6;

/** A place that resembles a quote; `similarity` is 1 less the edits for each character of the quote. */
export type ApproximateMatch = { readonly range: TextRange; readonly similarity: number };

/** Places measured at most, and steps spent on measuring (a step moves 32 characters of the quote over one). */
const MAX_MEASURED = 12;
const MAX_STEPS = 1_200_000;
/** A place needs this share of the grams of the quote, or it is not worth measuring. */
const MIN_SEED_SHARE = 0.06;
const MIN_STRIP = 16;

/** Cuts the text into strips and counts, for each, the seeds by which the quote would begin in it. */
const countSeeds = (index: TextIndex, quote: string, strip: number): Int32Array => {
  const counts = new Int32Array(Math.ceil((index.text.length + quote.length) / strip) + 1);
  const seeds = gramsOf(index);
  for (let at = 0; at + GRAM_LENGTH <= quote.length; at += 1) {
    seeds.forEachPlace(quote, at, (place) => {
      const slot = Math.floor((place - at + quote.length) / strip);
      counts[slot] = (counts[slot] ?? 0) + 1;
    });
  }
  return counts;
};

type Seeded = { readonly slot: number; readonly seeds: number };

/** A quote that lost or gained words begins in one strip and ends as if it began in the next: both are counted. */
const bestSlots = (counts: Int32Array, quoteLength: number): readonly Seeded[] => {
  const least = Math.max(2, MIN_SEED_SHARE * (quoteLength - GRAM_LENGTH + 1));
  const slots: Seeded[] = [];
  for (let slot = 0; slot + 1 < counts.length; slot += 1) {
    const seeds = (counts[slot] ?? 0) + (counts[slot + 1] ?? 0);
    if (seeds >= least) slots.push({ slot, seeds });
  }
  return slots.sort((a, b) => b.seeds - a.seeds || a.slot - b.slot);
};

const windowOf = (slot: number, strip: number, quoteLength: number, textLength: number): TextRange => {
  const begin = slot * strip - quoteLength;
  return {
    start: Math.max(0, begin - strip),
    end: Math.min(textLength, begin + 2 * strip + quoteLength + strip),
  };
};

/** Measures the best places, those first that have most seeds, until they or the steps run out. */
const measure = (
  text: string,
  quote: string,
  slots: readonly Seeded[],
  strip: number,
): readonly NearestMatch[] => {
  const findNearest = createNearestFinder(quote);
  const blocks = Math.ceil(quote.length / 32);
  const found: NearestMatch[] = [];
  const measured: number[] = [];
  let steps = 0;
  for (const { slot } of slots) {
    // The window of a neighbour has this one in it.
    if (measured.some((other) => Math.abs(other - slot) <= 1)) continue;
    if (measured.length >= MAX_MEASURED || steps > MAX_STEPS) break;
    measured.push(slot);
    const window = windowOf(slot, strip, quote.length, text.length);
    steps += (window.end - window.start) * blocks;
    found.push(findNearest(text, window));
  }
  return found;
};

/** A letter or digit of a script that parts its words by spaces. */
const spacedWord =
  /^(?!\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai})[\p{L}\p{N}\p{M}]/u;
const MAX_WORD_REST = 16;

const isInWord = (text: string, at: number): boolean =>
  at > 0 && at < text.length && spacedWord.test(text.charAt(at - 1)) && spacedWord.test(text.charAt(at));

/** Extends a range to whole words: a minimal edit may begin in the middle of a changed word. */
const toWordEdges = (text: string, { start, end }: TextRange): TextRange => {
  let first = start;
  let last = end;
  while (start - first < MAX_WORD_REST && isInWord(text, first)) first -= 1;
  while (last - end < MAX_WORD_REST && isInWord(text, last)) last += 1;
  return { start: first, end: last };
};

/** Removes white space at either end, which a minimal edit may include: it is not part of the match. */
const trimmed = (text: string, { start, end }: TextRange): TextRange => {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  return words.trim() === '' ? { start, end } : { start: from, end: from + words.trim().length };
};

/** Those that are over none that came before them. */
const keepApart = <Match extends { readonly range: TextRange }>(
  matches: readonly Match[],
): readonly Match[] => {
  const apart: Match[] = [];
  for (const match of matches) {
    if (!apart.some(({ range }) => isOverlapping(range, match.range))) apart.push(match);
  }
  return apart;
};

/** What begins as a long quote begins and ends as it ends, about as far away; as similar as both ends are. */
const findLong = (index: TextIndex, quote: string): readonly ApproximateMatch[] => {
  const begins = findApproximate(index, quote.slice(0, END_LENGTH));
  const ends = findApproximate(index, quote.slice(-END_LENGTH));
  const matches = begins.flatMap((begin) => {
    const end = ends.find(({ range }) => {
      const length = range.end - begin.range.start;
      return length * MAX_STRETCH >= quote.length && length <= quote.length * MAX_STRETCH;
    });
    if (end === undefined) return [];
    const range = { start: begin.range.start, end: end.range.end };
    return [{ range, similarity: (begin.similarity + end.similarity) / 2 }];
  });
  return keepApart(matches.toSorted((a, b) => b.similarity - a.similarity));
};

/**
 * The places of the indexed text that resemble `quote`, the most similar first, without overlaps. Empty for a
 * quote that is too short (see above); of a very long quote the two ends are compared. The first quote of a text
 * pays for its index, which is linear.
 */
export const findApproximate = (index: TextIndex, quote: string): readonly ApproximateMatch[] => {
  if (quote.length < MIN_NEAR_LENGTH) return [];
  if (quote.length > MAX_NEAR_LENGTH) return findLong(index, quote);
  const strip = Math.max(MIN_STRIP, Math.ceil(quote.length / 4));
  const slots = bestSlots(countSeeds(index, quote, strip), quote.length);
  const matches = measure(index.text, quote, slots, strip)
    .filter(({ errors, range }) => range.start < range.end && 1 - errors / quote.length >= MIN_SIMILARITY)
    .toSorted((a, b) => a.errors - b.errors || a.range.start - b.range.start);
  return keepApart(matches).map(({ range, errors }) => ({
    range: snapToGraphemes(index.text, trimmed(index.text, toWordEdges(index.text, range))),
    similarity: 1 - errors / quote.length,
  }));
};
