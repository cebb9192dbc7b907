/** How words of a pasted page are set: bold and italic by style, raised and lowered by their own signs, links. */
import { raiseText } from '#domain/article/body/raised-text.ts';
import { isPrintableAddress } from '#domain/memo/content/link-address.ts';
import { rename, unwrap } from './pasted-page.ts';

const styleOf = (element: Element): string => (element.getAttribute('style') ?? '').replaceAll(/\s/gu, '');
const isBold = (style: string): boolean => /(?:^|;)font-weight:(?:bold|bolder|[6-9]00)/iu.test(style);
const isItalic = (style: string): boolean => /(?:^|;)font-style:(?:italic|oblique)/iu.test(style);
const isPlain = (style: string): boolean => /(?:^|;)font-weight:(?:normal|[1-5]00)/iu.test(style);

const wrapContent = (element: Element, tag: string): void => {
  const wrapper = element.ownerDocument.createElement(tag);
  wrapper.append(...element.childNodes);
  element.append(wrapper);
};

const takeStyle = (element: Element): void => {
  const style = styleOf(element);
  if (isBold(style)) wrapContent(element, 'strong');
  if (isItalic(style)) wrapContent(element, 'em');
  const raised = /vertical-align:(?<how>super|sub)/iu.exec(style)?.groups?.how;
  if (raised !== undefined) rename(element, raised === 'super' ? 'sup' : 'sub');
};

/** Google Docs wraps all that is copied into a `b` that is not bold, and sets bold words by their style. */
const takeStyles = (page: Document): void => {
  for (const element of page.querySelectorAll('b, strong')) if (isPlain(styleOf(element))) unwrap(element);
  for (const element of page.querySelectorAll('span, font')) takeStyle(element);
};

const BLOCK = 'p, li, td, th, div, h1, h2, h3, h4, h5, h6, body';

/** The words of its block that stand before an element. */
const wordsBefore = (element: Element): string => {
  const range = element.ownerDocument.createRange();
  const block = element.closest(BLOCK);
  if (block === null) return '';
  range.setStart(block, 0);
  range.setEndBefore(element);
  return range.toString();
};

const takeRaised = (page: Document, made: ReadonlySet<Element>): void => {
  for (const element of page.querySelectorAll('sup, sub')) {
    if (made.has(element)) continue;
    const mark = element.localName === 'sup' ? 'superscript' : 'subscript';
    element.replaceWith(raiseText(element.textContent ?? '', mark, wordsBefore(element)).text);
  }
};

/** The address itself where a page leads to it by way of Google's. */
const addressOf = (href: string): string => {
  if (!/^https?:\/\/www\.google\.com\/url\?/iu.test(href)) return href;
  return new URL(href).searchParams.get('q') ?? href;
};

const takeLinks = (page: Document): void => {
  for (const link of page.querySelectorAll('a')) {
    const href = addressOf(link.getAttribute('href') ?? '');
    if (isPrintableAddress(href)) link.setAttribute('href', href);
    else unwrap(link);
  }
};

/** Keeps of the setting of words what a memo can set. */
export const takeWords = (page: Document, made: ReadonlySet<Element>): void => {
  takeStyles(page);
  takeRaised(page, made);
  takeLinks(page);
};
