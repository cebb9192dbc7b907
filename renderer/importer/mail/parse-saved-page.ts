import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { parseHtmlPage } from '../html/parse-html-page.ts';
import { declaredEncoding, isKnownEncoding } from './declared-encoding.ts';
import { type MimePart, savedPageIn } from './mime-parts.ts';

/** What the part says, then what the page says, then UTF-8 where it is that, then what old pages are in. */
const textOf = ({ bytes, charset }: MimePart): string => {
  if (charset !== null && isKnownEncoding(charset)) return new TextDecoder(charset).decode(bytes);
  const declared = declaredEncoding(bytes);
  if (declared !== null) return new TextDecoder(declared).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

/** A page that a browser or Outlook has saved as one file (.mhtml); null where it shows no text. */
export const parseSavedPage = (bytes: Uint8Array): ParsedArticle | null => {
  const saved = savedPageIn(bytes);
  if (saved === null) return null;
  const parsed = parseHtmlPage(textOf(saved.root), saved.pictures);
  if (parsed === null || parsed.found.url !== undefined || !/^https?:\/\//i.test(saved.address ?? ''))
    return parsed;
  return {
    ...parsed,
    found: { ...parsed.found, url: { value: saved.address ?? '', foundIn: 'saved-page' } },
  };
};
