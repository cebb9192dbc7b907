/**
 * Sentences of a text, for a cursor that moves by them. `Intl.Segmenter` (Unicode UAX 29) splits "U.S. Secretary"
 * and makes a lone quotation mark a sentence; a merge layer over it corrects both. In doubt it joins: a unit that
 * is too long is one key press from being shrunk, one that is cut is a wrong quotation.
 */

import { segmenterOf } from '../text/segmenter-of.ts';
import type { TextRange } from '../text/selector.ts';
import { leadingAbbreviations, sentenceOpeners } from './abbreviations.ts';

const lastToken = /(?:^|[\s([“‘"'])([\p{L}](?:[\p{L}.]*[\p{L}])?)\.\s*$/u;
const firstWord = /^[\s“‘"'(]*([\p{L}]+)/u;
const hasWord = /[\p{L}\p{N}]/u;
const opensLower = /^\s*[\p{Ll}]/u;

const isInitialism = (token: string): boolean => /^\p{L}(?:\.\p{L})*$/u.test(token);

/** Whether the full stop at the end of `before` belongs to an abbreviation, so that `after` continues the sentence. */
const endsInAbbreviation = (before: string, after: string): boolean => {
  const token = lastToken.exec(before)?.[1];
  if (token === undefined) return false;
  if (leadingAbbreviations.has(token.toLowerCase())) return true;
  const next = firstWord.exec(after)?.[1];
  return isInitialism(token) && next !== undefined && !sentenceOpeners.has(next.toLowerCase());
};

const belongsTogether = (before: string, after: string): boolean =>
  !hasWord.test(after) ||
  !hasWord.test(before) ||
  opensLower.test(after) ||
  endsInAbbreviation(before, after);

const trimmed = (text: string, { start, end }: TextRange): TextRange => {
  const slice = text.slice(start, end);
  return { start: start + (slice.length - slice.trimStart().length), end: start + slice.trimEnd().length };
};

/**
 * The sentences of the part of `text` between `start` and `end` (UTF-16; a paragraph), in order, without the white
 * space around them. A part without any word is one sentence if it holds anything but white space.
 * @param language BCP 47; "und" where it is not known
 */
export const sentencesOf = (text: string, part: TextRange, language = 'und'): readonly TextRange[] => {
  const own = text.slice(part.start, part.end);
  const joined: TextRange[] = [];
  for (const { segment, index } of segmenterOf(language, 'sentence').segment(own)) {
    const range = { start: part.start + index, end: part.start + index + segment.length };
    const before = joined.at(-1);
    if (before !== undefined && belongsTogether(text.slice(before.start, before.end), segment)) {
      joined[joined.length - 1] = { start: before.start, end: range.end };
    } else joined.push(range);
  }
  return joined.map((range) => trimmed(text, range)).filter(({ start, end }) => start < end);
};
