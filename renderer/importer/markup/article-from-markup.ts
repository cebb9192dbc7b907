import type { FoundMetadata } from '#domain/article/article.ts';
import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { readBody } from '../body/body-from-dom.ts';
import { parseMarkup } from '../html/parse-markup.ts';
import { preparePage } from '../html/prepare-page.ts';
import { resolveAddresses } from '../html/resolve-addresses.ts';
import { sanitiseDom } from '../html/sanitise-dom.ts';
import { titleOfBody } from '../metadata/title-of-body.ts';

/**
 * The article that a reader of documents has written as HTML, through the same locks as any page. The title that it
 * shows comes before what it says where nobody sees it. Null where it holds no text.
 */
export const articleFromMarkup = (html: string, found: FoundMetadata): ParsedArticle | null => {
  const page = parseMarkup(html);
  preparePage(page);
  resolveAddresses(page, null);
  const read = readBody(sanitiseDom(page.body));
  return read === null ? null : { ...read, found: { ...found, ...titleOfBody(read.body) } };
};
