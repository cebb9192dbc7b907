/**
 * Measures the prose of elements: the characters of their sentences. It shows whether the presumed article is most of
 * what the page shows: links, lists of headlines and furniture contain no sentences.
 */
import { childElementsOf } from '../body/children-of.ts';
import { standsApart } from '../body/element-style.ts';
import { LEFT_OUT_ATTRIBUTE } from '../body/left-out.ts';
import { lineOf, wordsInNames } from './element-words.ts';
import { BESIDE, FURNITURE_NAMES } from './furniture-rules.ts';

const LINK = 'a[href]:not([href^="#"])';
const ENDS_SENTENCE = /[.!?…。！？؟۔।][”"’'»)\]]*$/u;
/** With at least this share of link text, a line is a link to content elsewhere. */
const LINK_SHARE = 0.75;
/** Furniture has such names; an element with most of the page's text is not furniture, whatever its name. */
const MOST_OF_PAGE = 0.6;

/** Whether a line makes a statement, rather than linking to one. */
export const isSentence = (element: Element): boolean => {
  const line = lineOf(element);
  if (!ENDS_SENTENCE.test(line) || (line.split(' ').length < 5 && /[a-z]/iu.test(line))) return false;
  const linked = [...element.querySelectorAll(LINK)].reduce((sum, link) => sum + lineOf(link).length, 0);
  return linked < line.length * LINK_SHARE;
};

/** Whether `element` contains no separate blocks: it is one paragraph. */
export const isOneParagraph = (element: Element): boolean =>
  standsApart(element) && ![...element.querySelectorAll('*')].some(standsApart);

const isSurrounding = (element: Element, pageLength: number): boolean =>
  element.matches(BESIDE) ||
  (wordsInNames(element).some((word) => FURNITURE_NAMES.has(word)) &&
    (element.textContent ?? '').length < pageLength * MOST_OF_PAGE);

const isUnread = (element: Element): boolean =>
  element.matches(`script, style, noscript, template, svg, nav, [${LEFT_OUT_ATTRIBUTE}]`);

const sentenceLength = (element: Element): number => (isSentence(element) ? lineOf(element).length : 0);

/** The characters of the sentences in `root`, for each element with any; without what is left out. */
export const measureProse = (root: Element): ReadonlyMap<Element, number> => {
  const found = new Map<Element, number>();
  const pageLength = (root.textContent ?? '').length;
  const measure = (element: Element): number => {
    if (isUnread(element) || (element !== root && isSurrounding(element, pageLength))) return 0;
    const length = isOneParagraph(element)
      ? sentenceLength(element)
      : [...childElementsOf(element)].reduce((sum, child) => sum + measure(child), 0);
    if (length > 0) found.set(element, length);
    return length;
  };
  measure(root);
  return found;
};

/** The characters of the sentences in `root`, without what is left out. */
export const proseIn = (root: Element): number => measureProse(root).get(root) ?? 0;

/** The share of a page's prose in the element with its article. */
const MOST = 0.8;

/** The smallest element of `page` with most of its prose, which is where its text is. */
export const holderOfProse = (page: Document, prose: ReadonlyMap<Element, number>): Element => {
  const lengthOf = (element: Element): number => prose.get(element) ?? 0;
  const declared = [...page.querySelectorAll('[itemprop~="articleBody"]')].sort(
    (a, b) => lengthOf(b) - lengthOf(a),
  )[0];
  const all = lengthOf(page.body);
  if (declared !== undefined && lengthOf(declared) * 2 > all) return declared;
  let holder: Element = page.body;
  for (;;) {
    const inside = [...childElementsOf(holder)].find((child) => lengthOf(child) >= all * MOST);
    if (inside === undefined || isOneParagraph(inside)) return holder;
    holder = inside;
  }
};
