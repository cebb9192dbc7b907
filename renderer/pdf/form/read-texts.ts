/** The texts of a page of a PDF: what it draws, with what was filled in on it. */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Field } from './field-values.ts';
import { type DrawnItem, placeValues } from './place-values.ts';

export type PageTexts = {
  readonly items: readonly DrawnItem[];
  /** The fonts of the items, by name. */
  readonly styles: Readonly<Record<string, unknown>>;
};

/** The fields of a page; none if they can't be read, which does not affect its other texts. */
const fieldsOf = async (page: PDFPageProxy): Promise<readonly Field[]> => {
  try {
    return (await page.getAnnotations()) as unknown as readonly Field[];
  } catch {
    return [];
  }
};

/** Reads the texts of a page in reading order, as far as the file gives it. */
export const readTexts = async (page: PDFPageProxy): Promise<PageTexts> => {
  const { items, styles } = await page.getTextContent();
  const drawn = items.flatMap((item) => ('str' in item ? [item as DrawnItem] : []));
  return { items: placeValues(drawn, await fieldsOf(page)), styles };
};
