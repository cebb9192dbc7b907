/** What is pasted from another program, read into a page of its own: nothing in it is fetched, and nothing runs. */

import { printCount } from '#domain/print-count.ts';

/** What a memo has no use for, with all that stands in it. */
const DROPPED =
  'script, style, template, noscript, iframe, object, embed, svg, img, picture, video, audio, canvas, ' +
  'input, button, select, textarea, head, title, meta, link, [data-copied-list], ' +
  '[data-copied-number]';

/** The attributes that are kept, by the element that has them. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  td: ['colspan', 'rowspan', 'data-align'],
  th: ['colspan', 'rowspan', 'data-align'],
  ol: ['start'],
  hr: ['data-page-break'],
  span: ['data-small-caps'],
};

/** The page, without what a memo has no use for. */
export const readPastedPage = (html: string): Document => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const element of page.querySelectorAll(DROPPED)) element.remove();
  return page;
};

/** How an element is set by itself, without white space. */
export const styleOf = (element: Element): string =>
  (element.getAttribute('style') ?? '').replaceAll(/\s/gu, '');

/** Puts the content of an element in its place. */
export const unwrap = (element: Element): void => element.replaceWith(...element.childNodes);

/** What another program had of its review in the words that are pasted, and does not come along. */
export type LeftOut = { readonly deleted: number; readonly comments: number };

/** Word, LibreOffice and web pages: words that were deleted and not removed yet. */
const DELETED = 'del, .msoDel';
const INSERTED = 'ins, .msoIns, [style*="mso-comment-reference"]';
/** Signs of comments in the text, and the comments below it; Google Docs writes both like footnotes. */
const COMMENT_MARKS = '.MsoCommentReference, a.msocomanchor, a[href*="#cmnt"]:not([href*="#cmnt_ref"])';
const COMMENTS = '[style*="mso-element:comment"], .msocomtxt, hr.msocomoff';
const DOCS_COMMENT = 'a[id^="cmnt"]:not([id^="cmnt_ref"])';

/** The outermost of what is found. */
const outermost = (page: Document, selector: string): readonly Element[] =>
  [...page.querySelectorAll(selector)].filter((each) => each.parentElement?.closest(selector) === null);

/**
 * Takes deleted words and comments out of the page; what was inserted stays, as plain words, and words that are
 * struck through stay so: nobody has deleted them.
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

/** One line that says what was left out; null where nothing was. */
export const sayLeftOut = ({ deleted, comments }: LeftOut): string | null => {
  const out = [
    deleted === 0 ? null : printCount(deleted, 'deletion'),
    comments === 0 ? null : printCount(comments, 'comment'),
  ].filter((part) => part !== null);
  return out.length === 0 ? null : `Pasted without ${out.join(' and ')}.`;
};

/** Puts another element in the place of one, with its content. */
export const rename = (element: Element, tag: string): HTMLElement => {
  const renamed = element.ownerDocument.createElement(tag);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
  return renamed;
};

/** The words of an element on one line, white space as a page shows it. */
export const wordsOf = (element: Element): string =>
  (element.textContent ?? '').replaceAll(/\s+/gu, ' ').trim();

/** Takes off every attribute but those that a memo reads; what was `made` here keeps its own. */
export const stripAttributes = (page: Document, made: ReadonlySet<Element>): void => {
  for (const element of page.body.querySelectorAll('*')) {
    if (made.has(element)) continue;
    const kept = KEPT[element.localName] ?? [];
    for (const { name } of [...element.attributes]) if (!kept.includes(name)) element.removeAttribute(name);
  }
};
