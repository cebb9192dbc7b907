import { type NumberedParagraph, paragraphNumberAt } from '../../article/body/paragraph-numbers.ts';
import { type PagedRange, printedPageAt, printPageNumbered } from '../../article/pages.ts';
import { type Passage, regionOf } from '../passage.ts';
import { isOfPage } from './region-selector.ts';

/** The text of an article as far as places in it are named. */
type NumberedText = {
  readonly pages: readonly PagedRange[];
  readonly paragraphs: readonly NumberedParagraph[];
};

/** The page as a citation names it, absent where there is none, and the number of a paragraph. */
export type PrintedPlace = { readonly page?: string; readonly paragraph: number | null };

/**
 * The place of a passage that begins at `start` (UTF-16), as a citation names it. A region of a page is on that
 * page, and in no paragraph.
 */
export const printedPlaceOf = (
  passage: Pick<Passage, 'selectors'>,
  { pages, paragraphs }: NumberedText,
  start: number,
): PrintedPlace => {
  const region = regionOf(passage);
  if (region !== null && isOfPage(region))
    return { page: printPageNumbered(pages, region.page.number), paragraph: null };
  const page = printedPageAt(pages, start);
  return { ...(page === undefined ? {} : { page }), paragraph: paragraphNumberAt(paragraphs, start) };
};
