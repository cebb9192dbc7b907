import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { parseHtmlPage } from '../html/parse-html-page.ts';
import { declaredEncoding, isKnownEncoding } from '../mail/declared-encoding.ts';
import type { PicturesBeside } from '../picture/embed-pictures.ts';

/** A page as it was saved, whatever file it lies in. */
export type SavedPage = {
  readonly bytes: Uint8Array;
  /** The encoding that stands beside it; null for none. */
  readonly charset: string | null;
  /** Where the page was, as what saved it says. */
  readonly address: string | null;
  /** The pictures that were saved with it, by the addresses that it names them by. */
  readonly pictures: PicturesBeside;
};

/** What stands beside the page, then what the page says, then UTF-8 where it is that, then what old pages are in. */
const textOf = ({ bytes, charset }: SavedPage): string => {
  if (charset !== null && isKnownEncoding(charset)) return new TextDecoder(charset).decode(bytes);
  const declared = declaredEncoding(bytes);
  if (declared !== null) return new TextDecoder(declared).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

/** The article of a page that was saved; null where it shows no text. */
export const articleOfSavedPage = (saved: SavedPage): ParsedArticle | null => {
  const parsed = parseHtmlPage(textOf(saved), saved.pictures);
  if (parsed === null || parsed.found.url !== undefined || !/^https?:\/\//i.test(saved.address ?? ''))
    return parsed;
  return {
    ...parsed,
    found: { ...parsed.found, url: { value: saved.address ?? '', foundIn: 'saved-page' } },
  };
};
