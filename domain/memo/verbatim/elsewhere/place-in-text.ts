/** Whether words that were typed as a quotation stand in a text: exactly, nearly, or not. */
import { readingTextOf } from '../../../reading/reading-text.ts';
import { runSteps } from '../../../steps.ts';
import type { TextRange } from '../../../text/selector.ts';
import { findPart } from '../find-part.ts';
import { splitAtEllipses, splitAtOmissions } from '../omission-mark.ts';
import { sourceTextOf } from '../source-text.ts';
import { verifyQuote } from '../verify-quote.ts';
import { alignWords, type Units, unitsIn } from './align-words.ts';

/** Fewer words stand nearly in any text, and may be a manner of speaking. */
export const FEWEST_WORDS = 6;
const FEWEST_OF_PART = 3;
/** The share of its words that may differ. */
const MOST_EDITS = 1 / 3;

export type PlaceInText = {
  /** `same`: it differs for the eye at most, as in its marks. */
  readonly is: 'exact' | 'same' | 'near';
  /** The words that differ, by their number. */
  readonly edits: number;
  /** The parts of the text that are meant (UTF-16). */
  readonly ranges: readonly TextRange[];
  /** The words of the text in the place of the part that differs, else of the first. */
  readonly reads: string;
};

/** A text with its words, which are found once. */
export type SearchedText = {
  readonly text: string;
  readonly language: string | null;
  readonly units: () => Units;
};

export const searchedText = (text: string, language: string | null): SearchedText => {
  let known: Units | null = null;
  return {
    text,
    language,
    units: () => {
      known ??= unitsIn(text);
      return known;
    },
  };
};

const linesOf = (text: string): readonly TextRange[] => {
  let at = 0;
  return text.split('\n').map((line) => {
    const range = { start: at, end: at + line.length };
    at = range.end + 1;
    return range;
  });
};

type Near = { readonly range: TextRange; readonly edits: number };

const nearPart = (part: string, { units }: SearchedText): Near | null => {
  const own = unitsIn(part).words;
  const { words, ranges } = units();
  const most = own.length < FEWEST_OF_PART ? 0 : Math.floor(own.length * MOST_EDITS);
  const found = alignWords(own, words, most);
  if (found === null) return null;
  const range = {
    start: ranges[found.first]?.start ?? 0,
    end: ranges[found.last]?.end ?? 0,
  };
  return { range, edits: found.edits };
};

/** The places of the parts of a quotation that stands exactly in the text, each after the one before it. */
const exactRanges = (quote: string, text: string): readonly TextRange[] => {
  const ranges: TextRange[] = [];
  for (const part of splitAtOmissions(quote)) {
    const from = ranges.at(-1)?.end ?? 0;
    const found = runSteps(findPart(part, text)).find(({ start }) => start >= from);
    if (found === undefined) return [];
    ranges.push({ start: found.start, end: found.end });
  }
  return ranges;
};

const isExact = (quote: string, { text, language }: SearchedText): boolean => {
  const source = sourceTextOf(readingTextOf(text, linesOf(text), language));
  return runSteps(verifyQuote(quote, source)).every(({ kind }) => kind !== 'differs');
};

/** The number of words in `quote`; in a script without spaces, two characters count as one. */
export const wordCount = (quote: string): number => {
  const { words } = unitsIn(quote);
  const unspaced = words.filter((word) => /^\p{Lo}\p{M}*$/u.test(word)).length;
  return words.length - unspaced + Math.floor(unspaced / 2);
};

/** Where `quote` stands in a text; null where not even nearly. */
export const placeInText = (quote: string, text: SearchedText): PlaceInText | null => {
  const parts = splitAtEllipses(quote).filter((part) => /[\p{L}\p{N}]/u.test(part));
  const near: Near[] = [];
  for (const part of parts) {
    const found = nearPart(part, text);
    if (found === null) return null;
    near.push(found);
  }
  const changed = near.find(({ edits }) => edits > 0) ?? near[0];
  if (changed === undefined) return null;
  const reads = text.text.slice(changed.range.start, changed.range.end);
  const edits = near.reduce((sum, one) => sum + one.edits, 0);
  if (isExact(quote, text)) {
    const ranges = exactRanges(quote, text.text);
    if (ranges.length > 0) return { is: 'exact', edits: 0, ranges, reads };
    return { is: 'same', edits: 0, ranges: near.map(({ range }) => range), reads };
  }
  return { is: edits === 0 ? 'same' : 'near', edits, ranges: near.map(({ range }) => range), reads };
};
