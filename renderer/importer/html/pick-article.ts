/**
 * The article of a page: what Readability keeps, plus parts that it wrongly takes for furniture. Parts inside the
 * article that are left out are marked, not removed.
 */

import { Readability } from '@mozilla/readability';
import { childElementsOf, childNodesOf } from '../body/children-of.ts';
import { standsApart } from '../body/element-style.ts';
import { LEFT_OUT_ATTRIBUTE } from '../body/left-out.ts';
import { findByline, findHeadline } from '../metadata/article-elements.ts';
import { shownText } from '../metadata/found-value.ts';
import { lineOf } from './element-words.ts';
import { BESIDE } from './furniture-rules.ts';
import { isCorrection, markFurniture } from './mark-furniture.ts';
import { holderOfProse, isOneParagraph, isSentence, measureProse, proseIn } from './prose.ts';

/** A longer part before the headline is text: the headline found is then one of several. */
const LONGEST = 200;

const previousSiblings = (element: Element): readonly Element[] => {
  const siblings = [...(element.parentElement?.children ?? [])];
  return siblings.slice(0, siblings.indexOf(element));
};

/** The separate blocks in `root` before `element`. */
const partsBefore = (element: Element, root: Element): readonly Element[] =>
  element === root || element.parentElement === null
    ? []
    : [...previousSiblings(element).filter(standsApart), ...partsBefore(element.parentElement, root)];

const holdsProse = (element: Element): boolean =>
  [element, ...element.querySelectorAll('p')].some(
    (each) => each.localName === 'p' && lineOf(each).length > LONGEST,
  );

/**
 * Marks the parts of the article before its headline: links, dates, labels of the page. Marks nothing if there is
 * prose.
 */
const markBeforeHeadline = (root: Element, headline: Element | null): void => {
  if (headline === null || !root.contains(headline)) return;
  const before = partsBefore(headline, root);
  if (before.some(holdsProse)) return;
  for (const element of before) element.setAttribute(LEFT_OUT_ATTRIBUTE, '');
};

/** The smallest element that contains all of `elements`. */
const commonAncestor = (elements: Iterable<Element>): Element | null => {
  let common: Element | null = null;
  for (const element of elements) {
    common ??= element;
    while (common !== null && !common.contains(element)) common = common.parentElement;
  }
  return common;
};

/** The element with the article, and its headline if that is near. */
export const articleRoot = (surviving: ReadonlySet<Element>, headline: Element | null): Element | null => {
  const root = commonAncestor(surviving);
  if (root === null || headline === null || root.contains(headline)) return root;
  const both = commonAncestor([root, headline]);
  return both === null || both.matches('body, html') ? root : both;
};

/** `elements` with all their ancestors, up to `root`. */
const withAncestors = (elements: readonly Element[], root: Element): ReadonlySet<Element> => {
  const all = new Set([root]);
  for (const element of elements) {
    for (let each: Element | null = element; each !== null && !all.has(each); each = each.parentElement)
      all.add(each);
  }
  return all;
};

/**
 * What Readability would keep of a page, in terms of the page's own elements: it works on a copy whose elements are
 * numbered. So the text is read from the original page and not from Readability's output, and what it leaves out can be
 * shown.
 */

/** Only on the copies: an element that Readability replaces passes its attributes on to the new one. */
const NUMBER_ATTRIBUTE = 'data-precis-number';
const SHOW_TEXT = 4;

const cloneDocument = (page: Document): Document => page.cloneNode(true) as Document;

/** Words outside of elements can't be numbered. */
const wrapLooseText = (body: Element): void => {
  for (const node of [...body.childNodes]) {
    if (node.nodeType !== TEXT_NODE || !/\S/.test(node.nodeValue ?? '')) continue;
    const frame = body.ownerDocument.createElement('span');
    node.replaceWith(frame);
    frame.append(node);
  }
};

/** Numbers the elements of `copy` like those of `page`, and returns a function from copy to original. */
const numberElements = (copy: Document, page: Document): ((element: Element) => Element | undefined) => {
  const elements = [...page.querySelectorAll('*')];
  const originals = new Map<Element, Element | undefined>();
  for (const [number, element] of [...copy.querySelectorAll('*')].entries()) {
    element.setAttribute(NUMBER_ATTRIBUTE, String(number));
    originals.set(element, elements[number]);
  }
  // If Readability merges a wrapper into its only child, the child gets the wrapper's number: it counts as itself
  // first.
  return (element) =>
    originals.get(element) ?? elements[Number(element.getAttribute(NUMBER_ATTRIBUTE) ?? -1)];
};

/** The texts in `root`, in page order. */
const textsIn = (root: Document | Element): readonly Text[] => {
  const document = root.ownerDocument ?? (root as Document);
  const walker = document.createTreeWalker(root, SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) texts.push(node as Text);
  return texts;
};

/**
 * Finds the element of `page` for a text of `copy`: Readability moves texts into new paragraphs and drops their
 * elements. If it has parsed the copy again, only unique texts can be located.
 */
const locateTexts = (copy: Document, page: Document): ((text: Text) => Element | null) => {
  const originals = textsIn(page);
  const parents = new Map<Text, Element | null>();
  for (const [index, text] of textsIn(copy).entries())
    parents.set(text, originals[index]?.parentElement ?? null);
  const byWords = new Map<string, Element | null>();
  for (const { data, parentElement } of originals)
    byWords.set(data, byWords.has(data) ? null : parentElement);
  return (text) => parents.get(text) ?? byWords.get(text.data) ?? null;
};

/** The elements of `page` that Readability takes for its article, none if no article stands out. */
const survivingElements = (page: Document): ReadonlySet<Element> => {
  wrapLooseText(page.body);
  const copy = cloneDocument(page);
  const originalOf = numberElements(copy, page);
  const parentOf = locateTexts(copy, page);
  const options = { disableJSONLD: true, serializer: (node: Node) => node };
  const content = new Readability<Node>(copy, options).parse()?.content as Element | undefined;
  if (content === undefined) return new Set();
  const texts = textsIn(content).filter(({ data }) => /\S/.test(data));
  const surviving = new Set([
    ...[...content.querySelectorAll('*')].map(originalOf),
    ...texts
      .filter(({ parentElement }) => parentElement !== null && originalOf(parentElement) === undefined)
      .map(parentOf),
  ]);
  return new Set([...surviving].filter((element) => element !== undefined && element !== null));
};

const TEXT_NODE = 3;

const hasOwnText = (element: Element | null): boolean =>
  element !== null &&
  [...childNodesOf(element)].some(
    ({ nodeType, nodeValue }) => nodeType === TEXT_NODE && /\S/.test(nodeValue ?? ''),
  );

/** Words inside a sentence stay, whatever their name: without them the sentence would change. */
const isInSentence = (element: Element): boolean =>
  !standsApart(element) && hasOwnText(element.parentElement);

const markOthers = (root: Element, kept: ReadonlySet<Element>): void => {
  for (const child of childElementsOf(root)) {
    if (kept.has(child)) markOthers(child, kept);
    else if (!isInSentence(child)) child.setAttribute(LEFT_OUT_ATTRIBUTE, '');
  }
};

/** Parts before the first and after the last kept part of a whole page are not even offered. */
const removeOutside = (root: Element, kept: ReadonlySet<Element>): void => {
  const parts = [...root.children];
  const first = parts.findIndex((part) => kept.has(part));
  const last = parts.findLastIndex((part) => kept.has(part));
  for (const part of [...parts.slice(0, first), ...parts.slice(last + 1)]) part.remove();
};

/**
 * Scoring each element against all others takes too long with more of them; a larger page is taken as a whole, and
 * furniture in it is offered.
 */
const MAX_WEIGHED = 40_000;

const lengthOf = (element: Element): number => (element.textContent ?? '').length;

/** The declared article of a very large page, if it contains most of the text; else everything. */
const declaredArticle = (page: Document): Element => {
  const articles = page.getElementsByTagName('article');
  const declared =
    page.querySelector('main, [role="main"]') ?? (articles.length === 1 ? articles[0] : undefined);
  return declared !== undefined && lengthOf(declared) * 2 > lengthOf(page.body) ? declared : page.body;
};

/** Parts of an article that Readability wrongly takes for furniture. */

type ArticleFrame = {
  readonly headline: Element | null;
  /** The elements that Readability keeps, in page order. */
  readonly surviving: ReadonlySet<Element>;
};

/** How far above a quotation its paragraphs may be: sites wrap quotations in containers. */
const MAX_FRAMES = 3;

const hasTextIn = (frame: Element, surviving: ReadonlySet<Element>): boolean =>
  [...frame.children].some((side) => isText(side, surviving) || isText(side.firstElementChild, surviving));

const isText = (side: Element | null, surviving: ReadonlySet<Element>): boolean =>
  side?.localName === 'p' && surviving.has(side);

const isCaptioned = (element: Element): boolean =>
  element.localName === 'figure' &&
  element.querySelector('figcaption') !== null &&
  element.closest('a') === null;

/** A quotation or a figure between paragraphs of the article is part of it, even if it is mostly links. */
const isBesideText = (quote: Element, surviving: ReadonlySet<Element>): boolean => {
  let frame = quote.parentElement;
  for (let up = 0; up < MAX_FRAMES && frame !== null; up += 1) {
    if (hasTextIn(frame, surviving)) return true;
    frame = frame.parentElement;
  }
  return false;
};

/**
 * A short paragraph between those of the article, which Readability drops for its link: "“We found it,” she told _a
 * paper_."
 */
const isSentenceInText = (element: Element, surviving: ReadonlySet<Element>): boolean =>
  /^(?:p|div)$/.test(element.localName) &&
  !surviving.has(element) &&
  isOneParagraph(element) &&
  isSentence(element) &&
  element.closest(BESIDE) === null &&
  isBesideText(element, surviving);

const FOLLOWING = 4;
const follows = (element: Element, other: Element): boolean =>
  (other.compareDocumentPosition(element) & FOLLOWING) !== 0;

const SHORTEST_STANDFIRST = 60;
const MAY_BE_STANDFIRST = /^(?:p|div|h2|h3)$/;

const mayBeStandfirst = (element: Element): boolean =>
  MAY_BE_STANDFIRST.test(element.localName) &&
  lineOf(element).length >= SHORTEST_STANDFIRST &&
  ![...element.querySelectorAll('*')].some(standsApart);

/**
 * The paragraphs between the headline and the text, with `elements` in page order: the standfirst, whatever its name.
 */
export const findStandfirsts = (
  elements: readonly Element[],
  { headline, surviving }: ArticleFrame,
): ReadonlySet<Element> => {
  const [text] = surviving;
  const [first] = elements;
  if (headline === null || text === undefined || first === undefined) return new Set();
  const at = elements.indexOf(headline);
  if (at === -1 && !follows(first, headline)) return new Set();
  const between = elements.slice(at + 1, Math.max(0, elements.indexOf(text)));
  return new Set(between.filter((element) => !element.contains(text) && mayBeStandfirst(element)));
};

/**
 * Those of `elements`, in page order, that belong to the article whatever Readability says: a correction, a quotation,
 * a figure, a standfirst.
 */
const partsOfArticle = (elements: readonly Element[], frame: ArticleFrame): readonly Element[] => {
  const standfirsts = findStandfirsts(elements, frame);
  return elements.filter(
    (element) =>
      standfirsts.has(element) ||
      isCorrection(element) ||
      isSentenceInText(element, frame.surviving) ||
      ((element.localName === 'blockquote' || isCaptioned(element)) &&
        isBesideText(element, frame.surviving)),
  );
};

/** Marks the furniture in `page`: everything that Readability drops inside the returned element. */
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

export const unmark = (root: Document | Element): void => {
  for (const element of root.querySelectorAll(`[${LEFT_OUT_ATTRIBUTE}]`))
    element.removeAttribute(LEFT_OUT_ATTRIBUTE);
};

/**
 * The article must have at least one part in this many of the page's words: otherwise a table or a box was taken for
 * it.
 */
const LEAST_SHARE = 2;

/** Each with its wrapper, as the page shows it. */
const frameOf = (element: Element): Element => {
  const frame = element.ownerDocument.createElement('div');
  frame.append(element.cloneNode(true));
  return frame;
};

const SEARCHED = 8;

const isShownIn = (root: Element, part: Element): boolean => {
  const text = shownText(part);
  return [...root.querySelectorAll('h1, h2, p, address')]
    .slice(0, SEARCHED)
    .some((element) => shownText(element) === text);
};

/** `root` with the missing `parts` put before its text, in order: a headline before its byline. */
const putBefore = (root: Element, parts: readonly Element[]): Element => {
  const missing = parts.filter((part) => !root.contains(part) && !isShownIn(root, part));
  if (missing.length === 0) return root;
  const article = root.ownerDocument.createElement('div');
  article.append(...missing.map(frameOf), root);
  return article;
};

export const withoutFurniture = (root: Element, parts: readonly Element[]): Element => {
  const [headline = null] = parts.filter((part) => /^h\d$/.test(part.localName));
  markFurniture(root, parts);
  markBeforeHeadline(root, headline);
  return putBefore(root, parts);
};

/**
 * The element of `page` with its article, null if none stands out. `publisher` is a name that can't be its headline.
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
