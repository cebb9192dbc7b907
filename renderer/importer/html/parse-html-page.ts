import type { FoundMetadata } from '#domain/article/article.ts';
import { parsePlainText } from '#domain/article/draft/parse-plain-text.ts';
import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { type ReadBody, readBody } from '../body/body-from-dom.ts';
import { findMetadata } from '../metadata/find-metadata.ts';
import { embedPictures, type PicturesBeside } from '../picture/embed-pictures.ts';
import { settlePictures } from '../picture/picture-addresses.ts';
import { pickArticle } from './article/pick-article.ts';
import { hiddenPartsIn } from './hidden-parts.ts';
import { pictureDrawings, sheetsFor } from './inline-drawings.ts';
import { parseMarkup } from './parse-markup.ts';
import { preparePage } from './prepare-page.ts';
import { resolveAddresses } from './resolve-addresses.ts';
import { sanitiseDom } from './sanitise-dom.ts';

/** A browser that saves a text file as a page puts its text into one `<pre>`. */
const textFileIn = (page: Document): string | null => {
  const { children } = page.body;
  return children.length === 1 && children[0]?.localName === 'pre' ? children[0].textContent : null;
};

const removeAll = (page: Document, selector: string): void => {
  for (const element of page.querySelectorAll(selector)) element.remove();
};

/** Everything that the page shows but its navigation, for a page in which no article stands out. */
const wholePage = (page: Document): Element => {
  removeAll(page, 'footer');
  return page.body;
};

type ReadArticle = ReadBody & { readonly article: Element };

const readArticle = (page: Document, found: FoundMetadata): ReadArticle | null => {
  removeAll(page, 'nav');
  const article = pickArticle(page, found.publisher?.value ?? '') ?? wholePage(page);
  resolveAddresses(page, found.url?.value ?? null, article);
  const read = readBody(sanitiseDom(article));
  return read === null ? null : { ...read, article };
};

/**
 * The article of a web page and what the page says of it; null where the page shows no text. `beside` knows the pictures
 * that were saved with it.
 */
export const parseHtmlPage = (html: string, beside?: PicturesBeside): ParsedArticle | null => {
  const page = parseMarkup(html);
  if (beside !== undefined) embedPictures(page, beside);
  settlePictures(page);
  const sheets = sheetsFor(page);
  const hidden = preparePage(page);
  pictureDrawings(page, sheets);
  const found = findMetadata(page);
  const text = textFileIn(page);
  if (text !== null) {
    const body = parsePlainText(text);
    return body === null ? null : { body, leftOut: [], found };
  }
  const read = readArticle(page, found);
  if (read === null) return null;
  const { article, ...parsed } = read;
  return { ...parsed, hidden: hiddenPartsIn(article, hidden), found };
};
