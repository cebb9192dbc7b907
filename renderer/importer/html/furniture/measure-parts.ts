/** What the furniture rules ask of an element, reckoned for all of them in one go from the last to the first. */
import { childElementsOf, childNodesOf } from '../../body/children-of.ts';
import { standsApart } from '../../body/element-style.ts';
import { isCorrection } from '../article/is-correction.ts';

export type Part = {
  /** Its characters without the white space at the ends of its texts. */
  readonly length: number;
  /** How many of them stand in links to other texts. */
  readonly linked: number;
  /** Characters of paragraphs that are sentences and no links. */
  readonly prose: number;
  /** Whether nothing in it stands apart: it is one paragraph, heading or item. */
  readonly isLeaf: boolean;
  /** Whether it is, or holds, what an analyst may need to quote though it stands beside the text. */
  readonly holdsEvidence: boolean;
  /** Whether words stand in it directly. */
  readonly hasOwnText: boolean;
};
export type Parts = { of(element: Element): Part };

const EMPTY: Part = { length: 0, linked: 0, prose: 0, isLeaf: true, holdsEvidence: false, hasOwnText: false };
const SENTENCE = 80;
const TEXT_NODE = 3;
const LINK = 'a[href]:not([href^="#"])';
const LONGEST_CORRECTION = 2000;
const UNREAD: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template']);

const isDataTable = (element: Element): boolean =>
  element.localName === 'table' &&
  [...element.querySelectorAll('tr')].filter((row) => row.querySelectorAll('td, th').length > 1).length > 1;

const isFigureOfText = (element: Element, length: number, linked: number): boolean =>
  element.localName === 'figure' && length > 0 && linked * 2 < length;

const QUOTED = 40;

const isQuotation = (element: Element, unlinked: number): boolean =>
  element.localName === 'blockquote' && unlinked >= QUOTED;

const ownLength = (element: Element): number => {
  let length = 0;
  for (const node of childNodesOf(element))
    if (node.nodeType === TEXT_NODE) length += (node.nodeValue ?? '').trim().length;
  return length;
};

const isEvidence = (element: Element, length: number, linked: number): boolean =>
  (length <= LONGEST_CORRECTION && isCorrection(element)) ||
  isDataTable(element) ||
  isQuotation(element, length - linked) ||
  isFigureOfText(element, length, linked);

/** The measures of what stands in an element, summed up; written anew for each, since there are very many. */
const sumOf = (element: Element, of: (child: Element) => Part) => {
  const sum = { length: 0, linked: 0, prose: 0, isLeaf: true, holdsEvidence: false };
  for (const child of childElementsOf(element)) {
    const part = of(child);
    sum.length += part.length;
    sum.linked += part.linked;
    sum.prose += part.prose;
    sum.isLeaf &&= part.isLeaf && !standsApart(child);
    sum.holdsEvidence ||= part.holdsEvidence;
  }
  return sum;
};

const measure = (element: Element, of: (child: Element) => Part): Part => {
  if (UNREAD.has(element.localName)) return EMPTY;
  const own = ownLength(element);
  const { isLeaf, ...inside } = sumOf(element, of);
  const length = own + inside.length;
  const linked = element.localName === 'a' && element.matches(LINK) ? length : inside.linked;
  const isSentence = length - linked >= SENTENCE;
  return {
    length,
    linked,
    prose: isLeaf && standsApart(element) ? (isSentence ? length - linked : 0) : inside.prose,
    isLeaf,
    holdsEvidence: inside.holdsEvidence || isEvidence(element, length, linked),
    hasOwnText: own > 0,
  };
};

/** The measures of `root` and of all that is in it. */
export const measureParts = (root: Element): Parts => {
  const parts = new Map<Element, Part>();
  const of = (element: Element): Part => parts.get(element) ?? EMPTY;
  for (const element of [root, ...root.querySelectorAll('*')].reverse())
    parts.set(element, measure(element, of));
  return { of };
};
