/** What a page of a PDF has on it, as far as a scan is told from a page of text by it. */
export type PageContent = {
  /** Letters and digits of its text layer. */
  readonly letters: number;
  /** The share of the page that its pictures cover, 0 to 1. */
  readonly pictureShare: number;
};

/** A stamp, a page number or the note of a scanner is no text of the page. */
const FEW_LETTERS = 20;
/** A photograph over half a page of a book stands beside text; a scan is the page. */
const MOST_OF_PAGE = 0.7;

/** Whether a page may be a scan: its text alone says no more than that it has hardly any. */
export const hasHardlyText = ({ letters }: Pick<PageContent, 'letters'>): boolean => letters < FEW_LETTERS;

/**
 * Whether a page is a picture of text, or of nothing but a picture: hardly any text, and a picture over most of it. A cover
 * is one too, and nobody can tell without reading it.
 */
export const isScanned = (content: PageContent): boolean =>
  hasHardlyText(content) && content.pictureShare >= MOST_OF_PAGE;
