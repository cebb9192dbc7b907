import { paragraphNumberAt } from '#domain/article/body/paragraph-numbers.ts';
import type { QuoteInText } from '#domain/contract/review.ts';
import type { CitedText } from '#domain/memo/citations/memo-material.ts';
import type { TableCell } from '#domain/passage/carry/table-cells.ts';
import { type Passage, passageQuote, passageWords, targetOf } from '#domain/passage/passage.ts';
import { snapToGraphemes } from '#domain/text/grapheme-boundaries.ts';
import type { TextRange } from '#domain/text/selector.ts';

/** The number of UTF-16 units shown before and after a quote, within its line. */
const SURROUNDINGS = 180;

const lineAround = (text: string, { start, end }: TextRange): TextRange => {
  const lineEnd = text.indexOf('\n', end);
  return {
    start: start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1,
    end: lineEnd === -1 ? text.length : lineEnd,
  };
};

/**
 * The words of `ranges`, which are in order, with the text around them: whole words, and an ellipsis if the line
 * continues.
 */
export const quoteInText = (
  { index: { text }, paragraphs, cells = [] }: CitedText & { readonly cells?: readonly TableCell[] },
  ranges: readonly TextRange[],
): QuoteInText => {
  const start = ranges[0]?.start ?? 0;
  const end = ranges.at(-1)?.end ?? start;
  const line = lineAround(text, { start, end });
  const shown = snapToGraphemes(text, {
    start: Math.max(line.start, start - SURROUNDINGS),
    end: Math.min(line.end, end + SURROUNDINGS),
  });
  const [before, after] = [text.slice(shown.start, start), text.slice(end, shown.end)];
  return {
    before: shown.start === line.start ? before : `… ${before.replace(/^\S*\s+/u, '')}`,
    quote: ranges.map((range) => text.slice(range.start, range.end)).join(' … '),
    after: shown.end === line.end ? after : `${after.replace(/\s+\S*$/u, '')} …`,
    paragraph: paragraphNumberAt(paragraphs, start),
    heads: cells.find((cell) => cell.start <= start && start < cell.end)?.printedHeads ?? [],
  };
};

/** The context stored with a passage, for when its text can't be read. */
export const quoteOfPassage = (passage: Pick<Passage, 'selectors' | 'description'>): QuoteInText => {
  const target = targetOf(passage);
  if (target.kind === 'region') return { ...regionInText(passage), paragraph: null };
  return {
    before: target.selectors[0]?.quote.prefix ?? '',
    quote: passageQuote(passage),
    after: target.selectors.at(-1)?.quote.suffix ?? '',
    paragraph: null,
    heads: [],
  };
};

/** A region is recognised by the analyst's description, not by the text around its picture. */
export const regionInText = (passage: Pick<Passage, 'selectors' | 'description'>) => ({
  before: '',
  quote: passageWords(passage),
  after: '',
  heads: [],
});
