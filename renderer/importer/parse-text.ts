import { parsePlainText } from '#domain/article/draft/parse-plain-text.ts';
import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';

/** A plain text, which has no metadata. */
export const parseText = (text: string): ParsedArticle | null => {
  const body = parsePlainText(text);
  return body === null ? null : { body, found: {} };
};
