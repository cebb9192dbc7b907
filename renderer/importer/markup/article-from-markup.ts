import type { FoundMetadata } from '#domain/article/article.ts';
import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { readBody } from '../body/body-from-dom.ts';
import { parseMarkup } from '../html/parse-markup.ts';
import { preparePage } from '../html/prepare-page.ts';
import { resolveAddresses } from '../html/resolve-addresses.ts';
import { sanitiseDom } from '../html/sanitise-dom.ts';
import { titleOfBody } from '../metadata/title-of-body.ts';

/**
 * An article from HTML that a document reader has written, sanitised like any page. Its displayed title takes
 * precedence over its metadata. Null if it contains no text.
 */
export const articleFromMarkup = (html: string, found: FoundMetadata): ParsedArticle | null => {
  const page = parseMarkup(html);
  preparePage(page);
  resolveAddresses(page, null);
  const read = readBody(sanitiseDom(page.body));
  return read === null ? null : { ...read, found: { ...found, ...titleOfBody(read.body) } };
};
