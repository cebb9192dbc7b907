import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { articleOfSavedPage } from './article-of-saved-page.ts';
import { savedPageIn } from './mime-parts.ts';

/** A page that a browser or Outlook has saved as one file (.mhtml); null where it shows no text. */
export const parseMhtml = (bytes: Uint8Array): ParsedArticle | null => {
  const saved = savedPageIn(bytes);
  return saved === null ? null : articleOfSavedPage(saved);
};
