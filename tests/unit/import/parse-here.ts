import { JSDOM } from 'jsdom';
import type { ImportFailure } from '#domain/contract/errors.ts';
import type { ParsedArticle, ParseRequest } from '#domain/contract/importer-bridge.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { checkAnswer } from '#electron/import/check-answer.ts';
import type { Importer } from '#electron/ports/importer.ts';
import { parseArticle } from '#renderer/importer/parse-article.ts';

// The page's code finds a DOM of its own, while the archive of the test keeps to Node's globals.
const { window } = new JSDOM('');
Object.assign(globalThis, { window, document: window.document, DOMParser: window.DOMParser });

/** What the importer's page does, done in the test's own DOM, its answer checked as in the app. */
const parse = async (request: ParseRequest): Promise<Result<ParsedArticle, ImportFailure>> => {
  const parsed = await parseArticle(request);
  return checkAnswer(JSON.stringify(parsed === null ? err('no-text-found') : ok(parsed)));
};

export const importerHere: Importer = { parse, close: () => Promise.resolve() };
