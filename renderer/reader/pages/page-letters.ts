import { type PagedRange, pagedRangeAt, printPage } from '#domain/article/pages.ts';
import { placeLetters } from '#domain/article/printed/place-letters.ts';
import type { PlacedLetter } from '#domain/article/printed/printed-piece.ts';
import type { OpenPdf } from '#renderer/pdf/draw-pdf.ts';
import type { PreparedArticle } from '../state/prepare-article.ts';

/** Where the text of an article is on the pages of its original. Pages count from 1. */
export type PageLetters = {
  /** The letters of a page; read once. A page that can't be read has none. */
  read(page: number): Promise<readonly PlacedLetter[]>;
  /** The same if already read; empty until then. */
  known(page: number): readonly PlacedLetter[];
  /** The page on which the text at an offset is printed; null if none. */
  pageOf(offset: number): number | null;
  /** The printed number of a page; null if unknown. */
  labelOf(page: number): string | null;
  /** The page for typed text: by its printed number, else by its place in the file; null for none. */
  pageNamed(typed: string): number | null;
};

const byPage = (ranges: readonly PagedRange[]): ReadonlyMap<number, readonly PagedRange[]> => {
  const pages = new Map<number, PagedRange[]>();
  for (const range of ranges) {
    const list = pages.get(range.index);
    if (list === undefined) pages.set(range.index, [range]);
    else list.push(range);
  }
  return pages;
};

const none: readonly PlacedLetter[] = [];

/** Reads the letters of pages on demand. */
export const createPageLetters = (
  { index: { text }, pages }: Pick<PreparedArticle, 'index' | 'pages'>,
  pdf: Pick<OpenPdf, 'pieces' | 'pages'>,
): PageLetters => {
  const ranges = byPage(pages);
  const reading = new Map<number, Promise<readonly PlacedLetter[]>>();
  const known = new Map<number, readonly PlacedLetter[]>();
  const readNow = async (page: number): Promise<readonly PlacedLetter[]> => {
    const printed = ranges.get(page);
    const letters =
      printed === undefined ? none : placeLetters(text, printed, await pdf.pieces(page).catch(() => []));
    const inOrder = letters.toSorted((a, b) => a.start - b.start);
    known.set(page, inOrder);
    return inOrder;
  };
  return {
    read(page) {
      const read = reading.get(page) ?? readNow(page);
      reading.set(page, read);
      return read;
    },
    known: (page) => known.get(page) ?? none,
    pageOf: (offset) =>
      (pagedRangeAt(pages, offset) ?? pages.findLast(({ start }) => start <= offset))?.index ?? null,
    labelOf: (page) => ranges.get(page)?.[0]?.label ?? null,
    pageNamed(typed) {
      const name = typed.trim();
      const printed = pages.find((range) => range.label !== null && printPage(range) === name);
      const number = Number(name);
      const isPage = Number.isInteger(number) && number >= 1 && number <= pdf.pages;
      return printed?.index ?? (isPage ? number : null);
    },
  };
};
