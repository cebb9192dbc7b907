import type { FoundMetadata } from '#domain/article/article.ts';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { withoutLeftOut } from '#domain/article/body/without-left-out.ts';
import { countWords } from '#domain/article/draft/count-words.ts';
import { foundRemarks, type ImportRemark } from '#domain/article/draft/import-remarks.ts';
import { parsePlainText } from '#domain/article/draft/parse-plain-text.ts';
import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { type ReadBody, readBody } from '../body/body-from-dom.ts';
import { findMetadata } from '../metadata/find-metadata.ts';
import { embedPictures, type PicturesBeside } from '../picture/embed-pictures.ts';
import { settlePictures } from '../picture/picture-addresses.ts';
import { pickArticle } from './article/pick-article.ts';
import { proseIn } from './article/prose.ts';
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

type ReadArticle = ReadBody & { readonly article: Element; readonly remarks: readonly ImportRemark[] };

/** With less than one part in so many of what a page says, the text may lack what the page is about. */
const LITTLE = 3;
/** In characters: a page that says less shows all of it at a glance. */
const MIN_SHOWN = 400;

const FEW_WORDS = 30;

/** Told where the text is little of what the page showed in sentences. */
const remarksOn = ({ body, leftOut }: ReadBody, kept: number, shown: number): readonly ImportRemark[] => {
  const words = countWords(canonicalText(withoutLeftOut(body, leftOut)), null);
  if (words < FEW_WORDS) return foundRemarks([{ kind: 'few-words', count: words }]);
  if (shown < MIN_SHOWN || kept * LITTLE >= shown) return [];
  return [{ kind: 'little-of-page', percent: Math.round((kept * 100) / shown) }];
};

const readArticle = (page: Document, found: FoundMetadata): ReadArticle | null => {
  removeAll(page, 'nav');
  const shown = proseIn(page.body);
  const article = pickArticle(page, found.publisher?.value ?? '') ?? wholePage(page);
  resolveAddresses(page, found.url?.value ?? null, article);
  const kept = proseIn(article);
  const read = readBody(sanitiseDom(article));
  return read === null ? null : { ...read, article, remarks: remarksOn(read, kept, shown) };
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
