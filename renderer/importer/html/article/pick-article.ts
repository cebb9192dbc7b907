/**
 * The article of a page: what Readability keeps, with what it takes for furniture and a reader does not. What stands
 * inside the article and is left out is marked, not removed.
 */
import { childElementsOf, childNodesOf } from '../../body/children-of.ts';
import { standsApart } from '../../body/element-style.ts';
import { LEFT_OUT_ATTRIBUTE } from '../../body/left-out.ts';
import { findByline, findHeadline } from '../../metadata/article-elements.ts';
import { markBeforeHeadline } from '../furniture/mark-before-headline.ts';
import { markFurniture } from '../furniture/mark-furniture.ts';
import { partsOfArticle } from './belongs-to-article.ts';
import { holderOfProse, measureProse, proseIn } from './prose.ts';
import { putBefore } from './put-before.ts';
import { survivingElements } from './surviving-elements.ts';

/** The smallest element that holds all of `elements`. */
const commonAncestor = (elements: Iterable<Element>): Element | null => {
  let common: Element | null = null;
  for (const element of elements) {
    common ??= element;
    while (common !== null && !common.contains(element)) common = common.parentElement;
  }
  return common;
};

/** What holds the article, and its headline where that stands near. */
const articleRoot = (surviving: ReadonlySet<Element>, headline: Element | null): Element | null => {
  const root = commonAncestor(surviving);
  if (root === null || headline === null || root.contains(headline)) return root;
  const both = commonAncestor([root, headline]);
  return both === null || both.matches('body, html') ? root : both;
};

/** `elements` with all that they stand in, up to `root`. */
const withAncestors = (elements: readonly Element[], root: Element): ReadonlySet<Element> => {
  const all = new Set([root]);
  for (const element of elements) {
    for (let each: Element | null = element; each !== null && !all.has(each); each = each.parentElement)
      all.add(each);
  }
  return all;
};

const TEXT_NODE = 3;

const hasOwnText = (element: Element | null): boolean =>
  element !== null &&
  [...childNodesOf(element)].some(
    ({ nodeType, nodeValue }) => nodeType === TEXT_NODE && /\S/.test(nodeValue ?? ''),
  );

/** Words inside a sentence stay, whatever they are called: without them it would be another sentence. */
const isInSentence = (element: Element): boolean =>
  !standsApart(element) && hasOwnText(element.parentElement);

const markOthers = (root: Element, kept: ReadonlySet<Element>): void => {
  for (const child of childElementsOf(root)) {
    if (kept.has(child)) markOthers(child, kept);
    else if (!isInSentence(child)) child.setAttribute(LEFT_OUT_ATTRIBUTE, '');
  }
};

/** What stands before the first and behind the last kept part of a whole page is not offered either. */
const removeOutside = (root: Element, kept: ReadonlySet<Element>): void => {
  const parts = [...root.children];
  const first = parts.findIndex((part) => kept.has(part));
  const last = parts.findLastIndex((part) => kept.has(part));
  for (const part of [...parts.slice(0, first), ...parts.slice(last + 1)]) part.remove();
};

/**
 * Weighing each element against all others takes longer than a reader waits for more of them than these; a page
 * that has more is taken as a whole, and what the furniture rules name in it is offered.
 */
const MAX_WEIGHED = 40_000;

const lengthOf = (element: Element): number => (element.textContent ?? '').length;

/** What a page with very many elements says is its article, where most of its text stands in it; else all of it. */
const declaredArticle = (page: Document): Element => {
  const articles = page.getElementsByTagName('article');
  const declared =
    page.querySelector('main, [role="main"]') ?? (articles.length === 1 ? articles[0] : undefined);
  return declared !== undefined && lengthOf(declared) * 2 > lengthOf(page.body) ? declared : page.body;
};

/** What surrounds the article in `page` is marked: all that Readability drops inside of the element that is answered. */
const markSurroundings = (page: Document, headline: Element | null, parts: readonly Element[]) => {
  const surviving = survivingElements(page);
  const root = articleRoot(surviving, headline);
  if (root === null) return null;
  const besides = partsOfArticle([...root.querySelectorAll('*')], { headline, surviving });
  const inside = parts.filter((part) => root.contains(part));
  const whole = [...inside, ...besides].flatMap((element) => [element, ...element.querySelectorAll('*')]);
  const kept = withAncestors([...surviving, ...whole], root);
  if (root === page.body) removeOutside(root, kept);
  markOthers(root, kept);
  return root;
};

const unmark = (root: Document | Element): void => {
  for (const element of root.querySelectorAll(`[${LEFT_OUT_ATTRIBUTE}]`))
    element.removeAttribute(LEFT_OUT_ATTRIBUTE);
};

/** Of what the page says at least one part in so many: a table or a box was taken for the article otherwise. */
const LEAST_SHARE = 2;

const withoutFurniture = (root: Element, parts: readonly Element[]): Element => {
  const [headline = null] = parts.filter((part) => /^h\d$/.test(part.localName));
  markFurniture(root, parts);
  markBeforeHeadline(root, headline);
  return putBefore(root, parts);
};

/**
 * The element of `page` that holds its article, null where none stands out. `publisher` is the name that its headline
 * is not.
 */
export const pickArticle = (page: Document, publisher: string): Element | null => {
  unmark(page);
  const headline = findHeadline(page, publisher);
  const parts = [headline, findByline(page)].filter((part) => part !== null);
  const isWeighed = page.getElementsByTagName('*').length <= MAX_WEIGHED;
  if (!isWeighed) return withoutFurniture(declaredArticle(page), parts);
  const shown = measureProse(page.body);
  const holder = holderOfProse(page, shown);
  const root = markSurroundings(page, headline, parts);
  if (root === null) return null;
  const isMostOfIt = proseIn(root) * LEAST_SHARE >= (shown.get(holder) ?? 0);
  if (isMostOfIt) return withoutFurniture(root, parts);
  unmark(page);
  unmark(holder);
  return withoutFurniture(holder, parts);
};
