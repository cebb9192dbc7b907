/**
 * The pages of the original in a text that was read from one. Each run of text has the page and the box in which
 * it is printed: a paragraph that continues on the next page has runs of both. A text without pages has none of
 * these marks.
 */
import type { InlineNode, Mark } from './body/body.ts';
import type { TextBlockSpan } from './body/canonical-text.ts';

/**
 * So many pages of an original are read and shown. The largest report has fewer; a file that claims more is made to
 * harm.
 */
export const MAX_ORIGINAL_PAGES = 5000;

/** A place on a page of the original. */
export type PagePlace = Extract<Mark, { readonly type: 'page' }>['attrs'];

/** Text of one place on a page. Offsets are UTF-16 in the canonical text, end excluded. */
export type PagedRange = PagePlace & { readonly start: number; readonly end: number };

const placeOf = ({ marks }: InlineNode): PagePlace | null => {
  const mark = marks?.find((each) => each.type === 'page');
  return mark?.type === 'page' ? mark.attrs : null;
};

const rangesOf = ({ block, start }: TextBlockSpan): readonly PagedRange[] => {
  let at = start;
  return (block.content ?? []).flatMap((node) => {
    const from = at;
    at += node.type === 'text' ? node.text.length : 1;
    const place = placeOf(node);
    return place === null ? [] : [{ ...place, start: from, end: at }];
  });
};

/** Where each run of a text is printed, in the order of the text; empty where it has no pages. */
export const pagedRanges = (spans: readonly TextBlockSpan[]): readonly PagedRange[] =>
  spans.flatMap(rangesOf);

/** The place on a page of the text at the offset `at`; null where none is known. */
export const pagedRangeAt = (ranges: readonly PagedRange[], at: number): PagedRange | null =>
  ranges.find(({ start, end }) => start <= at && at < end) ?? null;

/** The page as a citation names it: the number that is printed on it, else its place in the file. */
export const printPage = ({ index, label }: Pick<PagePlace, 'index' | 'label'>): string =>
  label ?? String(index);

/** "00:14:07": `seconds` from the beginning of a recording. */
export const printTimeCode = (seconds: number): string =>
  [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map((part) => String(Math.floor(part)).padStart(2, '0'))
    .join(':');

/** Whether a page label is a time: in a transcript, paragraphs have times instead of pages. */
export const isTimeCode = (page: string): boolean => /^\d{2,}:\d{2}:\d{2}$/u.test(page);

/** The page of that place in the file, from 1, as a citation names it. */
export const printPageNumbered = (ranges: readonly PagedRange[], index: number): string =>
  printPage(ranges.find((range) => range.index === index) ?? { index, label: null });

/** The last text of the pages before one without text, else the first after it; null of a text without pages. */
export const pagedRangeBefore = (ranges: readonly PagedRange[], number: number): PagedRange | null =>
  ranges.findLast(({ index }) => index < number) ?? ranges[0] ?? null;

/** The page of the text at the offset `at`, as a citation names it; undefined where the text has no pages. */
export const printedPageAt = (ranges: readonly PagedRange[], at: number): string | undefined => {
  const range = pagedRangeAt(ranges, at);
  return range === null ? undefined : printPage(range);
};
