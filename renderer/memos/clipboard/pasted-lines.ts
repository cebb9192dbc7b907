/** Line and page breaks of a pasted page, and its hidden text. */
import { styleOf } from './pasted-page.ts';

const BLOCKS = 'p, ul, ol, table, blockquote, hr, div, section, h1, h2, h3, h4, h5, h6';
const HOLDERS = `${BLOCKS}, li, td, th, body`;
const SHOWN = 'br, hr, table, ul, ol';

type Side = 'previousSibling' | 'nextSibling';

const isShown = (node: Node): boolean =>
  (node.nodeType !== node.COMMENT_NODE && (node.textContent ?? '').trim() !== '') ||
  (node instanceof Element && (node.matches(SHOWN) || node.querySelector(SHOWN) !== null));

/** The visible neighbour of an element within its block; null at the block's edge. */
const shownBeside = (element: Element, side: Side): Node | null => {
  const holder = element.parentElement?.closest(HOLDERS) ?? null;
  for (let at: Node | null = element; at !== null && at !== holder; at = at.parentNode)
    for (let beside = at[side]; beside !== null; beside = beside[side]) if (isShown(beside)) return beside;
  return null;
};

const isEdge = (beside: Node | null): boolean =>
  beside === null ||
  (beside instanceof Element && (beside.matches(BLOCKS) || beside.querySelector(BLOCKS) !== null));

const isPageBreak = (element: Element): boolean =>
  /(?:^|;)(?:page-)?break-before:(?:always|page)/iu.test(styleOf(element));

/** The top-level element of the page that contains `element`. */
const outermostOf = (element: Element): Element => {
  let at = element;
  while (at.parentElement !== null && !at.parentElement.matches('body, div, section, article'))
    at = at.parentElement;
  return at;
};

/** Word breaks pages within or between paragraphs, LibreOffice before one, Google Docs by a rule. */
const takePageBreaks = (page: Document): void => {
  for (const element of page.querySelectorAll('[style*="break-before" i]')) {
    if (!isPageBreak(element) || element.closest('li, td, th') !== null) continue;
    const block = outermostOf(element);
    const made = page.createElement('hr');
    made.dataset.pageBreak = '';
    if (element === block || shownBeside(element, 'previousSibling') === null) block.before(made);
    else block.after(made);
    if (element.matches('br, hr')) element.remove();
  }
};

/**
 * Words hidden in the program that they come from: the writer does not see them, and does not expect them in the copy.
 */
const dropHidden = (page: Document): void => {
  for (const element of page.querySelectorAll('[style*="display" i], [style*="mso-hide" i]'))
    if (/(?:^|;)(?:display:none|mso-hide:all)/iu.test(styleOf(element))) element.remove();
};

/** A line break at the start or end of its block is not a line of its own: programs write blank lines so. */
const dropBlankLines = (page: Document): void => {
  const all = [...page.querySelectorAll('br')];
  for (const line of all.toReversed()) if (isEdge(shownBeside(line, 'nextSibling'))) line.remove();
  for (const line of page.querySelectorAll('br'))
    if (isEdge(shownBeside(line, 'previousSibling'))) line.remove();
};

/** Keeps page breaks, and line breaks within a text; removes hidden text. */
export const takeLines = (page: Document): void => {
  takePageBreaks(page);
  dropHidden(page);
  dropBlankLines(page);
};
