import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { declaredEncoding, isKnownEncoding } from '../declared-encoding.ts';
import { parseHtmlPage } from '../html/parse-html-page.ts';
import { chooseFound } from '../metadata/found-value.ts';
import type { PicturesBeside } from '../picture/embed-pictures.ts';

/** A page as it was saved, whatever file it lies in. */
export type SavedPage = {
  readonly bytes: Uint8Array;
  /** The encoding that stands beside it; null for none. */
  readonly charset: string | null;
  /** Where the page was, as what saved it says. */
  readonly address: string | null;
  /** When it was saved, in any form that dates have. Absent, or empty, where nothing says so. */
  readonly savedAt?: string;
  /** The pictures that were saved with it, by the addresses that it names them by. */
  readonly pictures: PicturesBeside;
};

/** What stands beside the page, then what the page says, then UTF-8 where it is that, then what old pages are in. */
export const textOfSavedPage = ({ bytes, charset }: Pick<SavedPage, 'bytes' | 'charset'>): string => {
  if (charset !== null && isKnownEncoding(charset)) return new TextDecoder(charset).decode(bytes);
  const declared = declaredEncoding(bytes);
  if (declared !== null) return new TextDecoder(declared).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

type SavedMarkup = Pick<SavedPage, 'address' | 'savedAt' | 'pictures'> & {
  /** Words that were selected on the page. */
  readonly selected?: readonly string[] | undefined;
  /** What says where the page was and when it was saved. */
  readonly foundIn?: 'saved-page' | 'web-archive';
};

/** The article of the markup of a page that was saved; null where it shows no text. */
export const articleOfSavedMarkup = (
  html: string,
  { address, savedAt = '', pictures, selected, foundIn = 'saved-page' }: SavedMarkup,
): ParsedArticle | null => {
  const parsed = parseHtmlPage(html, pictures, selected);
  if (parsed === null) return null;
  const said = chooseFound({
    url: [{ raw: address ?? '', foundIn: 'saved-page' }],
    accessedAt: [{ raw: savedAt, foundIn }],
  });
  return { ...parsed, found: { ...said, ...parsed.found } };
};

/** The article of a page that was saved; null where it shows no text. */
export const articleOfSavedPage = (saved: SavedPage, selected?: readonly string[]): ParsedArticle | null =>
  articleOfSavedMarkup(textOfSavedPage(saved), { ...saved, selected });
