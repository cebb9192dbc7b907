/**
 * The words of a source that a quotation nearly repeats. A long one is measured in characters, a short one in words:
 * two of three characters agree by chance in any text, two of three words do not.
 */

import { foldedTypography } from '../../passage/folded-typography.ts';
import { findApproximate, MIN_SIMILARITY } from '../../passage/near/approximate-matching.ts';
import { wordsOf } from '../../reading/reading-text.ts';
import type { TextRange } from '../../text/selector.ts';
import { indexText, type TextIndex } from '../../text/text-index.ts';
import { splitAtEllipses } from './omission-mark.ts';
import type { SourceText } from './source-text.ts';

const MIN_LONG = 24;
/** The share of a long quotation's words that must occur at the place, in any order. */
const MIN_WORD_SHARE = 0.5;
/** Of a number that stands for another one. */
const NUMBER_FOR_NUMBER = 0.5;

const indexes = new WeakMap<SourceText, TextIndex>();
const indexOf = (source: SourceText): TextIndex => {
  const known = indexes.get(source) ?? indexText(source.reading.text);
  indexes.set(source, known);
  return known;
};

const words = new WeakMap<SourceText, readonly TextRange[]>();
const wordsOfSource = (source: SourceText): readonly TextRange[] => {
  const known =
    words.get(source) ?? source.reading.paragraphs.flatMap((part) => wordsOf(source.reading, part));
  words.set(source, known);
  return known;
};

/** Words as a reader recognises them: ignoring typography, case, and a punctuation mark at the end. */
export const foldedWords = (text: string): string =>
  foldedTypography(text)
    .toLowerCase()
    .replace(/^["'\s]+|["'\s.,;:!?]+$/gu, '');

const wordsIn = (text: string, language: string): readonly string[] =>
  wordsOf({ text, paragraphs: [], language }, { start: 0, end: text.length }).map(({ start, end }) =>
    foldedWords(text.slice(start, end)),
  );

const shareOfWords = (quote: readonly string[], there: readonly string[]): number => {
  const left = new Map<string, number>();
  for (const word of there) left.set(word, (left.get(word) ?? 0) + 1);
  let found = 0;
  for (const word of quote) {
    const count = left.get(word) ?? 0;
    if (count > 0) found += 1;
    left.set(word, count - 1);
  }
  return quote.length === 0 ? 0 : found / quote.length;
};

const nearestLong = (part: string, source: SourceText): string | null => {
  const index = indexOf(source);
  const own = wordsIn(part, source.reading.language);
  const near = findApproximate(index, part).find(({ range, similarity }) => {
    const there = index.text.slice(range.start, range.end);
    return (
      similarity >= MIN_SIMILARITY &&
      shareOfWords(own, wordsIn(there, source.reading.language)) >= MIN_WORD_SHARE
    );
  });
  return near === undefined ? null : index.text.slice(near.range.start, near.range.end);
};

const isNumber = (word: string): boolean => /^\p{Sc}?\p{Nd}[\p{Nd}.,]*$/u.test(word);

/** A number that replaces another one counts as half a match. */
const gainOf = (word: string, other: string): number => {
  if (word === other) return 1;
  return isNumber(word) && isNumber(other) ? NUMBER_FOR_NUMBER : 0;
};

/** The share of words that agree in their order, of the longer of the two. */
const likenessOf = (own: readonly string[], there: readonly string[]): number => {
  let before = new Array<number>(there.length + 1).fill(0);
  for (const word of own) {
    const row = [0];
    for (const [at, other] of there.entries()) {
      const taken = (before[at] ?? 0) + gainOf(word, other);
      row.push(Math.max(row[at] ?? 0, before[at + 1] ?? 0, taken));
    }
    before = row;
  }
  return (before.at(-1) ?? 0) / Math.max(own.length, there.length);
};

/** Of two places that are as near, the one that begins and ends as the quotation does. */
const EDGE = 0.01;
const edgeBonus = (own: readonly string[], there: readonly string[]): number =>
  (own[0] === there[0] ? EDGE : 0) + (own.at(-1) === there.at(-1) ? EDGE : 0);

/** A short quotation covers about as many words of the source; a single word in common is only a chance agreement. */
const nearestShort = (part: string, source: SourceText): string | null => {
  const { text, language } = source.reading;
  const own = wordsIn(part, language);
  if (own.length < 2) return null;
  const places = wordsOfSource(source);
  const all = places.map(({ start, end }) => foldedWords(text.slice(start, end)));
  const telling = new Set(own.filter((word) => word.length > 3 || isNumber(word)));
  let best = { likeness: 0, at: -1, length: 0 };
  all.forEach((_, at) => {
    for (const length of [own.length, own.length - 1, own.length + 1]) {
      const there = all.slice(at, at + length);
      if (length < 2 || !there.some((word) => telling.has(word))) continue;
      const likeness = likenessOf(own, there) + edgeBonus(own, there);
      if (likeness > best.likeness) best = { likeness, at, length };
    }
  });
  const [first, last] = [places[best.at], places[best.at + best.length - 1]];
  const isNear = best.likeness >= MIN_SIMILARITY && first !== undefined && last !== undefined;
  return isNear ? text.slice(first.start, last.end) : null;
};

/** A part as the source has it, or nearly; null where nothing resembles it. */
const nearestPart = (part: string, source: SourceText): string | null => {
  const at = source.reading.text.indexOf(part);
  if (at !== -1) return part;
  return (part.length >= MIN_LONG ? nearestLong(part, source) : null) ?? nearestShort(part, source);
};

/** The words of a source that a quotation nearly repeats; `isSame` where they differ for the eye at most. */
export type NearestWords = { readonly reads: string; readonly isSame: boolean };

/**
 * The source's words that `quote`, which is not verbatim, nearly repeats: each of its parts at least
 * MIN_SIMILARITY alike. Null where one of the parts resembles nothing there.
 */
export const nearestWords = (quote: string, source: SourceText): NearestWords | null => {
  const parts = splitAtEllipses(quote).filter((part) => /[\p{L}\p{N}]/u.test(part));
  const found = parts.map((part) => nearestPart(part, source));
  if (found.length === 0 || found.some((each) => each === null)) return null;
  const isSame = parts.every((part, at) => foldedWords(part) === foldedWords(found[at] ?? ''));
  const changed = parts.findIndex((part, at) => foldedWords(part) !== foldedWords(found[at] ?? ''));
  return { reads: found[Math.max(0, changed)] ?? '', isSame };
};
