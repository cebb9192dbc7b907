import { parsePlainText } from '#domain/article/draft/parse-plain-text.ts';
import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';

/** A plain text, of which nothing is found. */
export const parseText = (text: string): ParsedArticle | null => {
  const body = parsePlainText(text);
  return body === null ? null : { body, found: {} };
};
