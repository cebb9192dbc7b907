import { escapePattern } from './escape-pattern.ts';
import type { TextRange } from './selector.ts';

/** What a keyboard types and what print sets: the one finds the other. */
const printed: Readonly<Record<string, string>> = {
  "'": "['’‘ʼ]",
  '"': '["“”„«»]',
  '-': '[-‐‑‒–—]',
};

const patternOf = (query: string): string =>
  query
    .trim()
    .split(/\s+/)
    .map((word) => Array.from(word, (character) => printed[character] ?? escapePattern(character)).join(''))
    .join('\\s+');

/**
 * Where `query` stands in `text`, in order, without overlaps (UTF-16). Case does not matter, runs of white space
 * are equal, and straight quotation marks, apostrophes and hyphens find the printed ones. An empty query finds
 * nothing.
 */
export const findInText = (text: string, query: string): readonly TextRange[] => {
  const pattern = patternOf(query);
  if (pattern === '') return [];
  return Array.from(text.matchAll(new RegExp(pattern, 'giu')), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
};

/** The index of the first hit that ends after `offset`, the first of all where none does; -1 without hits. */
export const hitFrom = (hits: readonly TextRange[], offset: number): number => {
  const index = hits.findIndex(({ end }) => end > offset);
  return index === -1 && hits.length > 0 ? 0 : index;
};
