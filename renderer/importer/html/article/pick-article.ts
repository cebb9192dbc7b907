/**
 * The article of a page: what Readability keeps, with what it takes for furniture and a reader does not. What stands
 * inside the article and is left out is marked, not removed.
 */
import { standsApart } from '../../body/element-style.ts';
import { LEFT_OUT_ATTRIBUTE } from '../../body/left-out.ts';
import { findByline, findHeadline } from '../../metadata/article-elements.ts';
import { markBeforeHeadline } from '../furniture/mark-before-headline.ts';
import { markFurniture } from '../furniture/mark-furniture.ts';
import { belongsToArticle } from './belongs-to-article.ts';
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

const ancestorsWithin = (element: Element, root: Element): readonly Element[] =>
  element === root || element.parentElement === null
    ? [element]
    : [element, ...ancestorsWithin(element.parentElement, root)];

/** `elements` with all that they stand in. */
const withAncestors = (elements: readonly Element[], root: Element): ReadonlySet<Element> => {
  const all = new Set(elements);
  const parents = new Set(elements.map(({ parentElement }) => parentElement).filter((each) => each !== null));
  for (const parent of parents) {
    if (root.contains(parent)) for (const each of ancestorsWithin(parent, root)) all.add(each);
  }
  return all;
};

const TEXT_NODE = 3;

const hasOwnText = (element: Element | null): boolean =>
  [...(element?.childNodes ?? [])].some(
    ({ nodeType, nodeValue }) => nodeType === TEXT_NODE && /\S/.test(nodeValue ?? ''),
  );

/** Words inside a sentence stay, whatever they are called: without them it would be another sentence. */
const isInSentence = (element: Element): boolean =>
  !standsApart(element) && hasOwnText(element.parentElement);

const markOthers = (root: Element, kept: ReadonlySet<Element>): void => {
  for (const child of root.children) {
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
 * The element of `page` that holds its article, null where none stands out. `publisher` is the name that its headline
 * is not.
 */
export const pickArticle = (page: Document, publisher: string): Element | null => {
  const marked = page.querySelectorAll(`[${LEFT_OUT_ATTRIBUTE}]`);
  for (const element of marked) element.removeAttribute(LEFT_OUT_ATTRIBUTE);
  const headline = findHeadline(page, publisher);
  const parts = [headline, findByline(page)].filter((part) => part !== null);
  const surviving = survivingElements(page);
  const root = articleRoot(surviving, headline);
  if (root === null) return null;
  const besides = [...root.querySelectorAll('*')].filter(
    (element) => parts.includes(element) || belongsToArticle(element, { headline, surviving }),
  );
  const whole = besides.flatMap((element) => [element, ...element.querySelectorAll('*')]);
  const kept = withAncestors([...surviving, ...whole], root);
  if (root === page.body) removeOutside(root, kept);
  markOthers(root, kept);
  markFurniture(root, parts);
  markBeforeHeadline(root, headline);
  return putBefore(root, parts);
};
