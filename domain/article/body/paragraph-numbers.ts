import type { TextBlockSpan } from './canonical-text.ts';

/** A numbered paragraph: the pinpoint of every citation. Offsets are UTF-16, end excluded. */
export type NumberedParagraph = { readonly number: number; readonly start: number; readonly end: number };

const isNumbered = ({ block, cell, start, end }: TextBlockSpan): boolean =>
  block.type === 'paragraph' && cell === null && end > start;

/**
 * Numbers the paragraphs of an article from 1 in document order. Headings, code, table cells and empty
 * paragraphs carry no number.
 */
export const numberParagraphs = (spans: readonly TextBlockSpan[]): readonly NumberedParagraph[] =>
  spans.filter(isNumbered).map(({ start, end }, index) => ({ number: index + 1, start, end }));

/**
 * The pinpoint of the offset `at` (UTF-16): the number of its paragraph; null in a heading, a table or anything
 * else without a number, since the number of the paragraph before would send a reader to the wrong place.
 */
export const paragraphNumberAt = (paragraphs: readonly NumberedParagraph[], at: number): number | null => {
  const paragraph = paragraphs[lastFrom(paragraphs, at)];
  return paragraph !== undefined && at < paragraph.end ? paragraph.number : null;
};

/**
 * The index of the last paragraph that begins at or before `at`, -1 where none does. Binary search, since a long
 * article needs it thousands of times.
 */
const lastFrom = (paragraphs: readonly NumberedParagraph[], at: number): number => {
  let [low, high] = [0, paragraphs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paragraphs[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};
