/** The sandboxed page: it hears texts, answers articles, and reaches nothing else. */
import type { ImporterBridge, ParseAnswer, ParseRequest } from '#domain/contract/importer-bridge.ts';
import { err, ok } from '#domain/result.ts';
import { MarkupError } from './html/parse-markup.ts';
import { parseArticle } from './parse-article.ts';

declare global {
  interface Window {
    readonly precisImporter: ImporterBridge;
  }
}

const answer = async (request: ParseRequest): Promise<ParseAnswer> => {
  try {
    const parsed = await parseArticle(request);
    return parsed === null ? err('no-text-found') : ok(parsed);
  } catch (error) {
    if (error instanceof MarkupError) return err(error.failure);
    // A parser that throws is as good as one that crashed: main gives up this page and opens another.
    return err('importer-crashed');
  }
};

window.precisImporter.serve(async (request) => JSON.stringify(await answer(request)));
