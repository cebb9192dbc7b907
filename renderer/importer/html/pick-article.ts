/**
 * The article of a page, by Readability, with what it takes for furniture and a reader does not: the headline and
 * the byline are put back first, and first-level headings stay what they are.
 */
import { Readability } from '@mozilla/readability';
import { LEVEL_ATTRIBUTE } from '../body/body-from-dom.ts';
import { findByline, findHeadline } from '../metadata/article-elements.ts';
import { shownText } from '../metadata/shown-text.ts';

const PART_ATTRIBUTE = 'data-precis-part';

/** An element that has to be in the article, as the page shows it. */
type Part = { readonly name: string; readonly copy: Element; readonly text: string };

const clearMarks = (page: Document): void => {
  for (const name of [PART_ATTRIBUTE, LEVEL_ATTRIBUTE]) {
    for (const element of page.querySelectorAll(`[${name}]`)) element.removeAttribute(name);
  }
};

const markPart = (name: string, element: Element | null): readonly Part[] => {
  if (element === null) return [];
  const part = { name, copy: element.cloneNode(true) as Element, text: shownText(element) };
  element.setAttribute(PART_ATTRIBUTE, name);
  return [part];
};

const markHeadings = (page: Document): void => {
  for (const heading of page.querySelectorAll('h1')) heading.setAttribute(LEVEL_ATTRIBUTE, '1');
};

const isThere = (article: Element, { name, text }: Part): boolean =>
  article.querySelector(`[${PART_ATTRIBUTE}="${name}"]`) !== null ||
  [...article.querySelectorAll('h1, h2, p, address')]
    .slice(0, 8)
    .some((element) => shownText(element) === text);

/** Parts stand in the page in an order of their own, which is not asked: a headline comes before its byline. */
const putBack = (article: Element, parts: readonly Part[]): void => {
  const missing = parts.filter((part) => !isThere(article, part));
  const [headline] = parts;
  const kept = article.querySelector(`[${PART_ATTRIBUTE}="headline"]`);
  for (const part of missing.toReversed()) {
    const frame = article.ownerDocument.createElement('div');
    frame.append(part.copy);
    if (part !== headline && kept !== null) kept.after(frame);
    else article.prepend(frame);
  }
};

const ARTICLE = '[itemprop~="articleBody"], article, main, [role="main"]';

/** Less than this share of what the page itself calls its article is a part of it. */
const LEAST_SHARE = 0.5;

/** The one element that the page calls its article, null where it is called so of none or of several. */
const declaredArticle = (page: Document): Element | null => {
  const found = [...page.querySelectorAll(ARTICLE)];
  const outer = found.filter(
    (element) => !found.some((other) => other !== element && other.contains(element)),
  );
  return outer.length === 1 ? (outer[0] ?? null) : null;
};

/** The characters of `element` that may be text, its white space not counted. */
const textLength = (element: Element): number => (element.textContent ?? '').replace(/\s+/g, '').length;

const declaredLength = (page: Document): number => {
  const declared = declaredArticle(page);
  if (declared === null) return 0;
  const unseen = [...declared.querySelectorAll('script, style, noscript, template, svg, nav, aside, footer')];
  return textLength(declared) - unseen.reduce((sum, element) => sum + textLength(element), 0);
};

/**
 * The element of `page` that holds its article, null where none stands out. Readability uses `page` up; `parse` gives
 * it anew where that is needed. `publisher` is the name that its headline is not.
 */
export const pickArticle = (page: Document, parse: () => Document, publisher: string): Element | null => {
  clearMarks(page);
  markHeadings(page);
  const parts = [
    ...markPart('headline', findHeadline(page, publisher)),
    ...markPart('byline', findByline(page)),
  ];
  const leastLength = declaredLength(page) * LEAST_SHARE;
  const picked = new Readability<Node>(page, { disableJSONLD: true, serializer: (node) => node }).parse();
  if (picked === null) return null;
  const content = picked.content as Element;
  const article = textLength(content) < leastLength ? declaredArticle(parse()) : content;
  if (article !== null) putBack(article, parts);
  return article;
};
