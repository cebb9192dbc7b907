import type { FoundMetadata } from '#domain/article/article.ts';
import type { Body } from '#domain/article/body.ts';
import { parsePlainText } from '#domain/article/parse-plain-text.ts';
import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { bodyFromDom } from '../body/body-from-dom.ts';
import { findMetadata } from '../metadata/find-metadata.ts';
import { pickArticle } from './pick-article.ts';
import { resolveAddresses } from './resolve-addresses.ts';
import { sanitiseDom } from './sanitise-dom.ts';

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

/** A browser that saves a text file as a page puts its text into one `<pre>`. */
const textFileIn = (page: Document): string | null => {
  const { children } = page.body;
  return children.length === 1 && children[0]?.localName === 'pre' ? children[0].textContent : null;
};

/** Takes `furniture` out of a page and writes its addresses out in full. */
const prepare = (page: Document, { url }: FoundMetadata, furniture: string): Document => {
  resolveAddresses(page, url?.value ?? null);
  for (const element of page.querySelectorAll(furniture)) element.remove();
  return page;
};

/** Uses `page` up. */
const pickedBody = (page: Document, html: string, found: FoundMetadata): Body | null => {
  const prepareAnew = () => prepare(parse(html), found, 'nav');
  const article = pickArticle(prepare(page, found, 'nav'), prepareAnew, found.publisher?.value ?? '');
  return article === null ? null : bodyFromDom(sanitiseDom(article));
};

/** Everything that the page shows but its navigation, for a page in which no article stands out. */
const wholeBody = (html: string, found: FoundMetadata): Body | null =>
  bodyFromDom(sanitiseDom(prepare(parse(html), found, 'nav, footer').body));

/**
 * The article of a web page and what the page says of it; null where the page shows no text. The page is parsed
 * into a document that has no window: nothing in it runs and nothing is fetched.
 */
export const parseHtmlPage = (html: string): ParsedArticle | null => {
  const page = parse(html);
  const found = findMetadata(page);
  const text = textFileIn(page);
  const body =
    text === null ? (pickedBody(page, html, found) ?? wholeBody(html, found)) : parsePlainText(text);
  return body === null ? null : { body, found };
};
