/** Parts of a pinpoint: the page, and the place in a heading, a table or code, which have no paragraph number. */
import { type TextBlockSpan, textBlockText } from '../../article/body/canonical-text.ts';
import { isTimeCode } from '../../article/pages.ts';
import { englishWords, inMarksOf } from './printed-words.ts';

const SPACE = '\u00A0';

/** "p. 14", or the time of a transcript by itself: "00:14:07". */
export const printPageOf = (page: string, words = englishWords): string =>
  isTimeCode(page) ? page : words.citation.shortPage(page).replaceAll(' ', SPACE);

const MAX_HEADING_LENGTH = 60;

/** The heading on one line, ended at a word where it is long. */
const shorten = (heading: string): string => {
  const text = heading.replace(/[\s\uFFFC]+/gu, ' ').trim();
  if (text.length <= MAX_HEADING_LENGTH) return text;
  const cut = text.slice(0, MAX_HEADING_LENGTH);
  return `${cut.slice(0, cut.lastIndexOf(' ') + 1).trimEnd() || cut}…`;
};

/**
 * The place of the offset `at` (UTF-16) in text without a paragraph number: `table 2, row 3` (all rows counted,
 * header rows included), `heading “Export controls”`, `code 1`. Null in a paragraph and outside the text.
 */
export const placeInText = (
  blocks: readonly TextBlockSpan[],
  at: number,
  words = englishWords,
): string | null => {
  const found = blocks.find(({ start, end }) => start <= at && at < end);
  if (found === undefined) return null;
  if (found.cell !== null) return words.place.table(found.cell.table, found.cell.row);
  const { block } = found;
  switch (block.type) {
    case 'heading':
      return words.place.heading(inMarksOf(words, shorten(textBlockText(block))));
    case 'codeBlock':
      return words.place.code(
        blocks.filter((each) => each.block.type === 'codeBlock' && each.start <= found.start).length,
      );
    case 'paragraph':
      return null;
  }
};
