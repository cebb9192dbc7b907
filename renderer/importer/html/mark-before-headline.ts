import { standsApart } from '../body/element-style.ts';
import { LEFT_OUT_ATTRIBUTE } from '../body/left-out.ts';
import { lineOf } from './element-words.ts';

/** So long a part before the headline is text: the headline that was found is then one of several. */
const LONGEST = 200;

const previousSiblings = (element: Element): readonly Element[] => {
  const siblings = [...(element.parentElement?.children ?? [])];
  return siblings.slice(0, siblings.indexOf(element));
};

/** What stands apart in `root` before `element`. */
const partsBefore = (element: Element, root: Element): readonly Element[] =>
  element === root || element.parentElement === null
    ? []
    : [...previousSiblings(element).filter(standsApart), ...partsBefore(element.parentElement, root)];

const holdsProse = (element: Element): boolean =>
  [element, ...element.querySelectorAll('p')].some(
    (each) => each.localName === 'p' && lineOf(each).length > LONGEST,
  );

/**
 * Marks what stands in the article before its headline: links, dates, labels of the page. Nothing is marked where
 * prose stands there.
 */
export const markBeforeHeadline = (root: Element, headline: Element | null): void => {
  if (headline === null || !root.contains(headline)) return;
  const before = partsBefore(headline, root);
  if (before.some(holdsProse)) return;
  for (const element of before) element.setAttribute(LEFT_OUT_ATTRIBUTE, '');
};
