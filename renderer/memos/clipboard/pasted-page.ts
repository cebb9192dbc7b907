/** What is pasted from another program, read into a page of its own: nothing in it is fetched, and nothing runs. */

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
};

/** The page, without what a memo has no use for. */
export const readPastedPage = (html: string): Document => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const element of page.querySelectorAll(DROPPED)) element.remove();
  return page;
};

/** Puts the content of an element in its place. */
export const unwrap = (element: Element): void => element.replaceWith(...element.childNodes);

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
