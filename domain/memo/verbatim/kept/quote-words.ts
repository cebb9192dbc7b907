/**
 * The words of a quotation as the units that are kept or left out: the text between two spaces, with its
 * punctuation.
 */
import { joinQuotes } from '../../../passage/passage.ts';
import { segmenterOf } from '../../../text/segmenter-of.ts';
import { isOverlapping, type TextRange } from '../../../text/selector.ts';
import { indexText } from '../../../text/text-index.ts';
import type { Kept } from './kept.ts';

/** A dash without spaces parts two words; one of a range of figures does not. */
const chunk = /[^\s\u2014]*\u2014+|[^\s\u2014]+/gu;
/** Scripts that put no spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Marks before the first word stay with it, punctuation with the word that it follows. */
const splitUnspaced = (words: string, language: string | null): readonly string[] => {
  const split: string[] = [];
  let isBegun = false;
  for (const { segment, isWordLike } of segmenterOf(language ?? 'und', 'word').segment(words)) {
    const last = split.at(-1);
    if (last !== undefined && (isWordLike !== true || !isBegun)) split[split.length - 1] = last + segment;
    else split.push(segment);
    isBegun ||= isWordLike === true;
  }
  return split;
};

const wordsOfChunk = (words: string, start: number, language: string | null): readonly TextRange[] => {
  let at = start;
  return (unspaced.test(words) ? splitUnspaced(words, language) : [words]).map((word) => {
    const range = { start: at, end: at + word.length };
    at = range.end;
    return range;
  });
};

/** The words of the parts of a passage, in UTF-16 of the whole quote (see passageQuote). */
export const quoteWords = (quotes: readonly string[], language: string | null): readonly TextRange[] =>
  quotes.flatMap((quote, part) => {
    const start = part === 0 ? 0 : joinQuotes([...quotes.slice(0, part), '']).length;
    return [...quote.matchAll(chunk)].flatMap((match) =>
      wordsOfChunk(match[0], start + match.index, language),
    );
  });

/** Which of the words are kept. */
export const keptWords = (
  words: readonly TextRange[],
  kept: Kept | null,
  quotes: readonly string[],
): readonly boolean[] => {
  const index = indexText(joinQuotes(quotes));
  const ranges = (kept ?? [])
    .filter(({ end }) => end <= index.codePointLength)
    .map(({ start, end }) => ({ start: index.toUtf16(start), end: index.toUtf16(end) }));
  return words.map((word) => kept === null || ranges.some((range) => isOverlapping(range, word)));
};

/** The kept ranges, for the archive; null where all words are kept, or none. */
export const keepWords = (
  words: readonly TextRange[],
  isKept: readonly boolean[],
  quotes: readonly string[],
): Kept | null => {
  if (isKept.every(Boolean)) return null;
  const index = indexText(joinQuotes(quotes));
  const kept: TextRange[] = [];
  words.forEach(({ start, end }, at) => {
    if (isKept[at] !== true) return;
    const last = kept.at(-1);
    if (last !== undefined && isKept[at - 1] === true) kept[kept.length - 1] = { ...last, end };
    else kept.push({ start, end });
  });
  return kept.length === 0
    ? null
    : kept.map(({ start, end }) => ({ start: index.toCodePoint(start), end: index.toCodePoint(end) }));
};
