/** Marks the parts of an article that match the furniture rules. */
import { childElementsOf, childNodesOf } from '../body/children-of.ts';
import { standsApart } from '../body/element-style.ts';
import { LEFT_OUT_ATTRIBUTE } from '../body/left-out.ts';
import { lineOf, wordsInNames } from './element-words.ts';
import {
  BESIDE,
  FURNITURE_LINES,
  FURNITURE_NAMES,
  FURNITURE_PHRASES,
  INVITATIONS,
  LEADING_AWAY,
} from './furniture-rules.ts';

/** Prose outside of links: with more of it a part is text, whatever its name. */
const MAX_PROSE = 600;
/** With at least this share of link text, a line is a link with its wrapper. */
const LINK_SHARE = 0.75;
/** With at least this share of link text, a line leads to another text, if it begins so. */
const LEADING_SHARE = 0.4;
const LONGEST_INVITATION = 260;

const isNamedFurniture = (element: Element): boolean =>
  element.matches(BESIDE) ||
  wordsInNames(element).some((word) => FURNITURE_NAMES.has(word)) ||
  FURNITURE_PHRASES.test(`${element.getAttribute('class') ?? ''} ${element.id}`);

/** Measures of an element for the furniture rules, computed for all elements in one pass from last to first. */

type Part = {
  /** Its characters without the white space at the ends of its texts. */
  readonly length: number;
  /** How many of them are in links to other texts. */
  readonly linked: number;
  /** Characters of paragraphs that are sentences and not links. */
  readonly prose: number;
  /** Whether it contains no separate blocks: it is one paragraph, heading or item. */
  readonly isLeaf: boolean;
  /** Whether it is or contains what an analyst may need to quote although it is beside the text. */
  readonly holdsEvidence: boolean;
  /** Whether it contains words directly. */
  readonly hasOwnText: boolean;
};
type Parts = { of(element: Element): Part };

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

/**
 * Whether an element is a correction of its article: part of what was published, wherever the page puts it. Recognised
 * by the beginning of its text, or by an unmistakable name.
 */
const BEGINNINGS =
  /^\s*(?:corrections?|clarifications?|editor[’']s note|update[ds]?|an earlier version of|this (?:article|story|post|report) (?:has been|was) (?:updated|corrected|amended))\b/i;
const LONGEST = 2000;

export const isCorrection = (element: Element): boolean => {
  if (!/^(?:p|div|section|aside|footer|li|em|i|small|span)$/.test(element.localName)) return false;
  const text = element.textContent ?? '';
  return text.length <= LONGEST && BEGINNINGS.test(text);
};

const isEvidence = (element: Element, length: number, linked: number): boolean =>
  (length <= LONGEST_CORRECTION && isCorrection(element)) ||
  isDataTable(element) ||
  isQuotation(element, length - linked) ||
  isFigureOfText(element, length, linked);

/** The sums over an element's children; a plain loop, since there are very many. */
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

/** The measures of `root` and everything in it. */
const measureParts = (root: Element): Parts => {
  const parts = new Map<Element, Part>();
  const of = (element: Element): Part => parts.get(element) ?? EMPTY;
  for (const element of [root, ...root.querySelectorAll('*')].reverse())
    parts.set(element, measure(element, of));
  return { of };
};

const linkShare = ({ length, linked }: Part): number => (length === 0 ? 0 : linked / length);

/** A report may link a whole sentence or a quotation; a headline of another article is not a sentence. */
const isSentence = (line: string): boolean =>
  /[.!?…][”"’')\]]*$|^[“"„«]/u.test(line) && line.split(' ').length > 2;

const isLabel = (line: string): boolean =>
  FURNITURE_LINES.some((pattern) => pattern.test(line.toLowerCase()));

const isFurnitureLine = (element: Element, part: Part): boolean => {
  const line = lineOf(element);
  const share = linkShare(part);
  if (isLabel(line) || (share >= LINK_SHARE && !isSentence(line))) return true;
  const lower = line.toLowerCase();
  if (share >= LEADING_SHARE && LEADING_AWAY.test(lower) && !isSentence(line)) return true;
  const isLoud = line === line.toUpperCase();
  return line.length <= LONGEST_INVITATION && INVITATIONS.test(lower) && (share > 0 || isLoud);
};

const isListOfFurniture = (list: Element, parts: Parts): boolean =>
  [...childElementsOf(list)].every((item) => {
    const part = parts.of(item);
    return part.length === 0 || linkShare(part) >= LINK_SHARE || isLabel(lineOf(item));
  });

/** A part with at least this share of the unlinked words is the text itself, whatever its name. */
const MOST_OF_TEXT = 0.4;

const isFurniture = (element: Element, parts: Parts, unlinked: number): boolean => {
  const part = parts.of(element);
  if (part.length === 0) return false;
  const isText = part.prose > MAX_PROSE || part.length - part.linked > unlinked * MOST_OF_TEXT;
  if (isNamedFurniture(element) && !isText && !part.holdsEvidence) return true;
  if (element.matches('ul, ol, menu')) return isListOfFurniture(element, parts);
  return part.isLeaf && !isCorrection(element) && isFurnitureLine(element, part);
};

/** A shorter name may be repeated by chance. */
const MIN_NAME = 6;

/**
 * How much of the end of `name`, in whole words, `line` begins with: a card of “Rep. Jane Roe” begins with “Jane Roe”.
 */
const repeatedName = (name: string, line: string): string => {
  const words = name.split(' ');
  const ends = words.map((_, at) => words.slice(at).join(' '));
  return ends.find((end) => line.startsWith(`${end} `) && (end === name || end.includes(' '))) ?? '';
};

/**
 * Whether an inline element begins by repeating the words right before it, and continues: a person's card, which the
 * page shows only on hover.
 */
const isCard = (element: Element): boolean => {
  if (standsApart(element)) return false;
  const name = lineOf(element.previousElementSibling ?? element);
  const line = lineOf(element);
  const isRightBehind =
    (element.previousSibling?.nodeType ?? 0) === 1 || /^\s*$/.test(element.previousSibling?.nodeValue ?? '');
  return (
    element.previousElementSibling !== null && isRightBehind && repeatedName(name, line).length >= MIN_NAME
  );
};

/** Kept whole: a caption, a cell or a program is not furniture because of its words. */
const WHOLE = 'figure, table, pre';

/**
 * Marks the furniture inside `root`. Elements in `kept` (the headline, the byline), or containing one, are not
 * furniture.
 */
export const markFurniture = (root: Element, kept: readonly Element[]): void => {
  const parts = measureParts(root);
  const whole = parts.of(root);
  const unlinked = whole.length - whole.linked;
  const isSettled = (element: Element): boolean =>
    element.hasAttribute(LEFT_OUT_ATTRIBUTE) ||
    element.matches(WHOLE) ||
    kept.some((part) => part.contains(element));
  const mayLeave = (element: Element, parent: Part): boolean =>
    (standsApart(element) || !(parent.hasOwnText || parent.isLeaf)) &&
    !kept.some((part) => element.contains(part)) &&
    isFurniture(element, parts, unlinked);
  const markInside = (parent: Element): void => {
    for (const child of childElementsOf(parent)) {
      if (isSettled(child)) continue;
      if (isCard(child) || mayLeave(child, parts.of(parent))) child.setAttribute(LEFT_OUT_ATTRIBUTE, '');
      else markInside(child);
    }
  };
  markInside(root);
};
