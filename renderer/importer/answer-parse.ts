import type { ParseAnswer, ParseRequest } from '#domain/contract/importer-bridge.ts';
import { err, ok } from '#domain/result.ts';
import { DocumentError } from './document-error.ts';
import { MarkupError } from './html/parse-markup.ts';
import { parseArticle } from './parse-article.ts';

/** What the page answers to a text that is to be read. Never rejects. */
export const answerParse = async (request: ParseRequest): Promise<ParseAnswer> => {
  try {
    const parsed = await parseArticle(request);
    return parsed === null ? err('no-text-found') : ok(parsed);
  } catch (error) {
    if (error instanceof MarkupError || error instanceof DocumentError) return err(error.failure);
    // A parser that throws is as good as one that crashed: main gives up this page and opens another.
    return err('importer-crashed');
  }
};
