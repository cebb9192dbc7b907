/** The sentence about a value that does not fit, if its schema has no sentence of its own. */
import type { z } from 'zod';
import { countMistakes } from '#domain/search/words/nearest-words.ts';

/** A word is suggested if at most this many letters differ, and fewer than half of its letters. */
const MOST_MISTAKES = 3;

/** The known word closest to a mistyped one; null if none is close. */
export const nearestOf = (typed: string, known: readonly string[]): string | null => {
  const most = Math.min(MOST_MISTAKES, Math.ceil(typed.length / 2) - 1);
  const rated = known
    .map((word) => ({ word, mistakes: countMistakes(typed, word, most) }))
    .filter(({ word, mistakes }) => mistakes <= most || (typed.length > 2 && word.startsWith(typed)))
    .sort((a, b) => a.mistakes - b.mistakes);
  return rated[0]?.word ?? null;
};

export const propose = (nearest: string | null): string =>
  nearest === null ? '' : ` Did you mean "${nearest}"?`;

/** Says that a word is not among the known ones, and suggests the closest. */
export const noneOf = (sentence: string, typed: unknown, known: readonly string[]): string => {
  const nearest = typeof typed === 'string' ? nearestOf(typed, known) : null;
  return nearest === null ? sentence : `${sentence}.${propose(nearest)}`;
};

/** "a4 or letter", "update, correction or withdrawal" */
const alternatives = new Intl.ListFormat('en-GB', { type: 'disjunction' });

const formats: Readonly<Record<string, string>> = {
  date: 'must be a real day, as in 2026-11-27',
  datetime: 'must be a time, as in 2026-11-27T09:00:00Z',
};

/**
 * Completes a sentence that begins with the name of the option: "--paper has to be a4 or letter". Undefined where Zod's
 * own message is used.
 */
export const wrongWords: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_value':
      return noneOf(
        `must be ${alternatives.format(issue.values.map(String))}`,
        issue.input,
        issue.values.map(String),
      );
    case 'too_small':
      return issue.origin === 'string' ? 'is empty' : undefined;
    case 'too_big':
      return issue.origin === 'string' ? `is too long: the limit is ${issue.maximum} characters` : undefined;
    case 'invalid_format':
      return formats[issue.format];
    default:
      return undefined;
  }
};
