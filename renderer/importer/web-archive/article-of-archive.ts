/** Chooses the article of a web archive: its first page that shows text. Its other pages are offered beside it. */
import { holdsText } from '#domain/article/draft/holds-text.ts';
import { foundRemarks } from '#domain/article/draft/import-remarks.ts';
import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { DocumentError } from '../document-error.ts';
import { MAX_EMBEDDED_BYTES, type PicturesBeside } from '../picture/embed-pictures.ts';
import { articleOfSavedMarkup } from '../saved-page/article-of-saved-page.ts';
import { type ArchivedPage, pagesOfArchive } from './pages-of-archive.ts';
import type { Capture } from './records/read-captures.ts';
import { readContent } from './records/read-content.ts';
import { createPicturesAt, type PicturesAt } from './shown-by-page.ts';
import { openWacz, openWarc, type WebArchive } from './web-archive.ts';

/** For a picture. */
const MAX_PICTURE_BYTES = 64 * 1024 ** 2;

/**
 * Reads pictures of one page; one that can't be decoded or does not fit is tried only once, since a page may show it a
 * thousand times.
 */
const createPictureReader = (): ((picture: Capture) => Uint8Array | null) => {
  const undrawn = new Set<Capture>();
  let left = MAX_EMBEDDED_BYTES;
  return (picture) => {
    if (undrawn.has(picture)) return null;
    const bytes = readContent(picture, Math.min(left, MAX_PICTURE_BYTES));
    if (bytes === null) undrawn.add(picture);
    left -= bytes?.length ?? 0;
    return bytes;
  };
};

const articleOfPage = ({ html, capture }: ArchivedPage, picturesAt: PicturesAt): ParsedArticle | null => {
  if (html === null) return null;
  const { address, date } = capture;
  const read = createPictureReader();
  const pictures: PicturesBeside = (named) => {
    const picture = picturesAt(named, capture);
    // A picture that can't be decoded is passed on empty, so that it is reported.
    return picture === null ? null : (read(picture) ?? new Uint8Array());
  };
  const parsed = articleOfSavedMarkup(html, {
    address,
    savedAt: date,
    pictures,
    foundIn: 'web-archive',
  });
  return parsed !== null && holdsText(parsed) ? parsed : null;
};

/** An archive being read: its article with its page, and the other pages. */
export type ReadArchive = {
  readonly article: ParsedArticle;
  readonly others: readonly ArchivedPage[];
};

const unreadableAmong = (pages: readonly ArchivedPage[]): number =>
  pages.filter(({ html }) => html === null).length;

/** Null if none of its pages shows text. */
export const readArchive = (archive: WebArchive): ReadArchive | null => {
  const { pages, left } = pagesOfArchive(archive);
  const picturesAt = createPicturesAt(archive);
  for (const page of pages) {
    const article = articleOfPage(page, picturesAt);
    if (article === null) continue;
    const others = pages.filter((each) => each !== page && each.html !== null);
    const remarks = foundRemarks([
      { kind: 'more-pages', count: others.length },
      { kind: 'cut-short', what: 'pages', read: pages.length, of: pages.length + left },
      // The missing parts of a truncated file can't be counted.
      { kind: 'parts-unreadable', count: unreadableAmong(pages) + Number(!archive.isWhole) },
    ]);
    return { article: { ...article, remarks }, others };
  }
  if (unreadableAmong(pages) > 0) throw new DocumentError('document-damaged');
  return null;
};

/** A WARC as an article; null if none of its pages shows text. */
export const parseWarc = (bytes: Uint8Array): ParsedArticle | null =>
  readArchive(openWarc(bytes))?.article ?? null;

/** A WACZ as an article; null if none of its pages shows text. */
export const parseWacz = (bytes: Uint8Array): ParsedArticle | null =>
  readArchive(openWacz(bytes))?.article ?? null;
