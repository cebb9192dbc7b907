/** Content pasted from another program, parsed into a separate document: nothing in it is fetched or run. */

import { printCount } from '#domain/print-count.ts';

/** Elements that a memo does not support, removed with their content. */
const DROPPED =
  'script, style, template, noscript, iframe, object, embed, svg, img, picture, video, audio, canvas, ' +
  'input, button, select, textarea, head, title, meta, link, [data-copied-list], ' +
  '[data-copied-number]';

/** The attributes that are kept, by element. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  td: ['colspan', 'rowspan', 'data-align'],
  th: ['colspan', 'rowspan', 'data-align'],
  ol: ['start', 'data-numbering'],
  hr: ['data-page-break'],
  span: ['data-small-caps'],
};

/** The page without elements that a memo does not support. */
export const readPastedPage = (html: string): Document => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const element of page.querySelectorAll(DROPPED)) element.remove();
  return page;
};

/** An element's inline style, without white space. */
export const styleOf = (element: Element): string =>
  (element.getAttribute('style') ?? '').replaceAll(/\s/gu, '');

/** Replaces an element with its content. */
export const unwrap = (element: Element): void => element.replaceWith(...element.childNodes);

/** Review marks of another program in the pasted words, which are dropped. */
export type LeftOut = { readonly deleted: number; readonly comments: number };

/** Word, LibreOffice and web pages: words deleted with change tracking. */
const DELETED = 'del, .msoDel';
const INSERTED = 'ins, .msoIns, [style*="mso-comment-reference"]';
/** Comment marks in the text, and the comments below it; Google Docs writes both like footnotes. */
const COMMENT_MARKS = '.MsoCommentReference, a.msocomanchor, a[href*="#cmnt"]:not([href*="#cmnt_ref"])';
const COMMENTS = '[style*="mso-element:comment"], .msocomtxt, hr.msocomoff';
const DOCS_COMMENT = 'a[id^="cmnt"]:not([id^="cmnt_ref"])';

/** The outermost of the matches. */
const outermost = (page: Document, selector: string): readonly Element[] =>
  [...page.querySelectorAll(selector)].filter((each) => each.parentElement?.closest(selector) === null);

/**
 * Removes tracked deletions and comments from the page; insertions stay as plain words, and words with strikethrough
 * stay too, since nobody has deleted them.
 */
export const takeReview = (page: Document): LeftOut => {
  const deleted = outermost(page, DELETED);
  for (const element of deleted) element.remove();
  for (const element of page.querySelectorAll(COMMENTS)) element.remove();
  const marks = outermost(page, COMMENT_MARKS);
  for (const mark of marks) (mark.closest('sup') ?? mark).remove();
  for (const link of page.querySelectorAll(DOCS_COMMENT))
    (link.closest('div') ?? link.closest('p') ?? link).remove();
  for (const element of page.querySelectorAll(INSERTED)) unwrap(element);
  return { deleted: deleted.length, comments: marks.length };
};

/** One line that says what was left out; null if nothing was. */
export const sayLeftOut = ({ deleted, comments }: LeftOut): string | null => {
  const out = [
    deleted === 0 ? null : printCount(deleted, 'deletion'),
    comments === 0 ? null : printCount(comments, 'comment'),
  ].filter((part) => part !== null);
  return out.length === 0 ? null : `Pasted without ${out.join(' and ')}.`;
};

/** Replaces an element with another one with the same content. */
export const rename = (element: Element, tag: string): HTMLElement => {
  const renamed = element.ownerDocument.createElement(tag);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
  return renamed;
};

/** The words of an element on one line, with collapsed white space. */
export const wordsOf = (element: Element): string =>
  (element.textContent ?? '').replaceAll(/\s+/gu, ' ').trim();

/** Removes all attributes except those that a memo reads; `made` elements keep theirs. */
export const stripAttributes = (page: Document, made: ReadonlySet<Element>): void => {
  for (const element of page.body.querySelectorAll('*')) {
    if (made.has(element)) continue;
    const kept = KEPT[element.localName] ?? [];
    for (const { name } of [...element.attributes]) if (!kept.includes(name)) element.removeAttribute(name);
  }
};

/**
 * Plain text as a spreadsheet copies it: lines of cells between tabs, as many in each. As HTML, or null if it is none:
 * a single line, lines of different lengths, or lines that are only indented by tabs.
 */
export const tableOfText = (text: string): string | null => {
  const rows = text.split(/\r\n?|\n/u).map((line) => line.split('\t'));
  const width = rows[0]?.length ?? 0;
  const isTable = rows.length > 1 && width > 1 && rows.every(({ length }) => length === width);
  if (!isTable || rows.every(([first = '']) => first.trim() === '')) return null;
  const page = document.implementation.createHTMLDocument();
  const table = page.createElement('table');
  for (const row of rows) {
    const line = table.insertRow();
    for (const words of row) line.insertCell().textContent = words.trim();
  }
  return table.outerHTML;
};
