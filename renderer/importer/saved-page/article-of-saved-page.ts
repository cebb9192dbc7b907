import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { declaredEncoding, isKnownEncoding } from '../declared-encoding.ts';
import { type FramesBeside, parseHtmlPage } from '../html/parse-html-page.ts';
import { chooseFound } from '../metadata/found-value.ts';
import type { PicturesBeside } from '../picture/embed-pictures.ts';

/** A saved page, in any kind of file. */
export type SavedPage = {
  readonly bytes: Uint8Array;
  /** The encoding stated beside it; null for none. */
  readonly charset: string | null;
  /** The page's address, according to whatever saved it. */
  readonly address: string | null;
  /** When it was saved, in any date format. Absent or empty if unknown. */
  readonly savedAt?: string;
  /** The pictures saved with it, by the addresses that it uses. */
  readonly pictures: PicturesBeside;
  /** The markup of the frames that were saved with it, by the addresses that the page uses. */
  readonly frames?: FramesBeside;
};

/** The stated encoding, then the page's own, then UTF-8 if valid, then that of old pages. */
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

type SavedMarkup = Pick<SavedPage, 'address' | 'savedAt' | 'pictures' | 'frames'> & {
  /** Words that were selected on the page. */
  readonly selected?: readonly string[] | undefined;
  /** The source of address and date. */
  readonly foundIn?: 'saved-page' | 'web-archive';
};

/** The article in the markup of a saved page; null if it shows no text. */
export const articleOfSavedMarkup = (
  html: string,
  { address, savedAt = '', pictures, frames, selected, foundIn = 'saved-page' }: SavedMarkup,
): ParsedArticle | null => {
  const parsed = parseHtmlPage(html, pictures, selected, frames);
  if (parsed === null) return null;
  const said = chooseFound({
    url: [{ raw: address ?? '', foundIn: 'saved-page' }],
    accessedAt: [{ raw: savedAt, foundIn }],
  });
  return { ...parsed, found: { ...said, ...parsed.found } };
};

/** The article of a saved page; null if it shows no text. */
export const articleOfSavedPage = (saved: SavedPage, selected?: readonly string[]): ParsedArticle | null =>
  articleOfSavedMarkup(textOfSavedPage(saved), { ...saved, selected });
