import type { TextRange } from '../../../text/selector.ts';
import { type TurningWords, turningWords } from './turning-words.ts';

type Patterns = { readonly [K in keyof TurningWords]: RegExp };

const known = new Map<string, Patterns>();

const patternOf = (words: readonly string[]): RegExp => {
  const alternatives = words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replaceAll('*', '\\p{L}*').replaceAll(' ', '\\s+').replaceAll("'", "['’]"));
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{M}\\p{N}])`, 'giu');
};

/** Where the language is not known or has no list, English is tried. */
const patternsFor = (language: string): Patterns => {
  const primary = language.toLowerCase().split('-', 1)[0] ?? '';
  const key = turningWords[primary] === undefined ? 'en' : primary;
  const made = known.get(key);
  if (made !== undefined) return made;
  const words = turningWords[key] ?? { negations: [], hedges: [] };
  const patterns = { negations: patternOf(words.negations), hedges: patternOf(words.hedges) };
  known.set(key, patterns);
  return patterns;
};

/** A capital within a sentence begins a name: May, Will. */
const isName = (text: string, at: number): boolean =>
  /^\p{Lu}/u.test(text.slice(at, at + 2)) &&
  /[\p{L}\p{N},;:]["”’)]?\s+["“‘(]?$/u.test(text.slice(Math.max(0, at - 8), at));

const firstIn = (text: string, ranges: readonly TextRange[], pattern: RegExp): string | null => {
  for (const { start, end } of ranges) {
    const found = [...text.slice(start, end).matchAll(pattern)].find(
      ({ index }) => !isName(text, start + index),
    );
    if (found !== undefined) return found[0];
  }
  return null;
};

export type FoundTurningWords = { readonly negation: string | null; readonly hedge: string | null };

/** The first negation and the first hedge in `ranges` of `text` (UTF-16), as they are written there. */
export const findTurningWords = (
  text: string,
  ranges: readonly TextRange[],
  language: string,
): FoundTurningWords => {
  const { negations, hedges } = patternsFor(language);
  return { negation: firstIn(text, ranges, negations), hedge: firstIn(text, ranges, hedges) };
};

/** How a text stands to what it says: how many negations it has, and its hedges in the order of the alphabet. */
export type TurningWordCount = { readonly negations: number; readonly hedges: readonly string[] };

/** Words that turn a text where nothing of it is left out: of these a part of a sentence may be without. */
const turns: Readonly<Record<string, RegExp>> = {
  en: /(?<![\p{L}\p{N}])(?:unlikely|improbable|fail(?:s|ed|ing)?(?!\s+to\b)|failing\s+to)(?![\p{L}\p{N}])/giu,
  de: /(?<![\p{L}\p{N}])(?:unwahrscheinlich|scheitert(?:e|en)?|gescheitert)(?![\p{L}\p{N}])/giu,
};

/** Counts the negations and the hedges of `text`, both as they are written there, whatever their case. */
export const countTurningWords = (text: string, language: string): TurningWordCount => {
  const { negations, hedges } = patternsFor(language);
  const found = (pattern: RegExp): readonly string[] =>
    [...text.matchAll(pattern)]
      .filter(({ index }) => !isName(text, index))
      .map(([word]) => word.toLowerCase());
  const turning = turns[language.toLowerCase().split('-', 1)[0] ?? ''] ?? turns.en;
  const turned = turning === undefined ? [] : found(turning);
  return {
    negations: found(negations).length + turned.length,
    hedges: found(hedges)
      .filter((word) => !turned.includes(word))
      .toSorted(),
  };
};
