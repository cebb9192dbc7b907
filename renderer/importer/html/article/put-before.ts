import { shownText } from '../../metadata/shown-text.ts';

/** Each in a frame of its own, as the page shows it. */
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

/** `root` with those of `parts` before its text that it does not show, in their order: a headline before its byline. */
export const putBefore = (root: Element, parts: readonly Element[]): Element => {
  const missing = parts.filter((part) => !root.contains(part) && !isShownIn(root, part));
  if (missing.length === 0) return root;
  const article = root.ownerDocument.createElement('div');
  article.append(...missing.map(frameOf), root);
  return article;
};
