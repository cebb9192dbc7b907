import { escapePattern } from './escape-pattern.ts';
import type { TextRange } from './selector.ts';

/** Typed characters and their printed forms: the typed one finds the printed one. */
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

/** Whether the space at `at` in a class of characters begins or ends a range, such as ` -~`. */
const isEndOfRange = (expression: string, at: number): boolean =>
  (expression[at + 1] === '-' && expression[at + 2] !== ']') ||
  (expression[at - 1] === '-' && expression[at - 2] !== '[');

/**
 * The expression in which a typed space meets every space of a text, such as the narrow one of French and one that does
 * not break, as in a search for words. `\\x20` meets the plain one alone.
 */
const meetSpaces = (expression: string): string => {
  let isInClass = false;
  return expression.replaceAll(/\\.|\[|\]| /gsu, (piece, at: number) => {
    if (piece !== ' ') {
      isInClass = piece === '[' || (isInClass && piece !== ']');
      return piece;
    }
    return isInClass && isEndOfRange(expression, at) ? piece : '\\p{Zs}';
  });
};

/** How a search takes what is typed. */
export type FindHow = {
  readonly matchesCase: boolean;
  readonly wholeWords: boolean;
  /** Whether it is a regular expression (JavaScript's, with Unicode). */
  readonly isPattern: boolean;
};
export const loosely: FindHow = { matchesCase: false, wholeWords: false, isPattern: false };

/** A hit, with what the groups of a regular expression found; the first is the hit itself. */
export type Found = TextRange & { readonly groups: readonly (string | undefined)[] };

/** The expression that finds `query`; null where it is empty, or no regular expression. */
const readPattern = (query: string, { matchesCase, wholeWords, isPattern }: FindHow): RegExp | null => {
  const sought = isPattern ? meetSpaces(query) : patternOf(query);
  if (sought === '') return null;
  const source = wholeWords ? `(?<![\\p{L}\\p{N}_])(?:${sought})(?![\\p{L}\\p{N}_])` : sought;
  try {
    return new RegExp(source, matchesCase ? 'gu' : 'giu');
  } catch {
    return null;
  }
};

/** Whether something is sought, and can't be read as a regular expression. */
export const isFaultyPattern = (query: string, how: FindHow): boolean =>
  how.isPattern && query !== '' && readPattern(query, how) === null;

/**
 * The ranges of `query` in `text`, in order, without overlaps (UTF-16). Unless `how` sets otherwise, case does not
 * matter. Runs of white space are equal, and straight quotation marks, apostrophes and hyphens find the printed
 * ones. An empty query finds nothing.
 */
export const findInText = (text: string, query: string, how: FindHow = loosely): readonly Found[] => {
  const pattern = readPattern(query, how);
  if (pattern === null) return [];
  return Array.from(text.matchAll(pattern), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    groups: [...match],
  })).filter(({ start, end }) => end > start);
};

/** What is sought, in which texts. */
export type TextsSearch = {
  readonly texts: readonly string[];
  readonly query: string;
  readonly how: FindHow;
};

/** The same in each of several texts. */
export const findInTexts = ({ texts, query, how }: TextsSearch): readonly (readonly Found[])[] =>
  texts.map((text) => findInText(text, query, how));

/** The replacement of a hit: for a regular expression, `$1` is the text of its first group, and `$&` all of it. */
export const replacementOf = ({ groups }: Found, words: string, { isPattern }: FindHow): string =>
  isPattern
    ? words.replaceAll(/\$(?:(?<sign>\$)|(?<whole>&)|(?<group>\d))/gu, (all, _sign, _whole, group) => {
        if (all === '$$') return '$';
        return all === '$&' ? (groups[0] ?? '') : (groups[Number(group)] ?? '');
      })
    : words;

/** The index of the first hit that ends after `offset`, the first of all where none does; -1 without hits. */
export const hitFrom = (hits: readonly TextRange[], offset: number): number => {
  const index = hits.findIndex(({ end }) => end > offset);
  return index === -1 && hits.length > 0 ? 0 : index;
};
