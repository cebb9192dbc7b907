/**
 * Words are parted where layout parts them: style sheets of other files can make boxes of what stands in one line
 * here (a caption and its credit, a name and its office). Two elements that touch are parted where the one ends like
 * a word and the other begins like a new one; inside a word nothing is parted.
 */
import { standsApart } from '../body/element-style.ts';

const ENDS_LIKE_A_WORD = /[\p{Ll}.!?…”’)\]]$/u;
const BEGINS_LIKE_ANEW = /^[“"(©]?\p{Lu}\S*(?:\s|$)|^[©(]/u;

/** Where a caption's own words may touch an element. */
const CAPTION = 'figcaption, [class*="caption" i], [class*="byline" i]';

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

const mayTouch = (node: ChildNode): boolean =>
  (node.nodeType === TEXT_NODE && (node.parentElement?.closest(CAPTION) ?? null) !== null) ||
  (node.nodeType === ELEMENT_NODE && !standsApart(node as Element));

const areTwo = (before: string, after: string): boolean =>
  before.length > 1 &&
  after.length > 1 &&
  /\s/.test(`${before.trim()}${after.trim()}`) &&
  ENDS_LIKE_A_WORD.test(before) &&
  BEGINS_LIKE_ANEW.test(after);

/** Puts a space between words of `page` that only its layout would part. */
export const partWords = (page: Document): void => {
  for (const element of page.body.querySelectorAll('span, a, b, strong, em, i, small, time, cite, div')) {
    const before = element.previousSibling;
    if (before === null || standsApart(element) || !mayTouch(before)) continue;
    if (areTwo(before.textContent ?? '', element.textContent ?? '')) element.before(' ');
  }
};
