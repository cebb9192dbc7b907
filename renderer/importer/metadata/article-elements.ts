/** The elements of a page with its headline, byline and date. */
import { isUnseen } from '../body/element-style.ts';
import { listNames, shownText } from './found-value.ts';
import { isPerson, namesIn } from './names-of-byline.ts';

const ASIDE = 'aside, nav, footer, [role="complementary"]';
const CALLED_ASIDE = [
  ...['comment', 'bibliograph', 'reference'].flatMap((part) => [`[class*="${part}" i]`, `[id*="${part}" i]`]),
  '[class*="related" i]',
  '[class*="recommend" i]',
].join(', ');

/** A container with most of the page's paragraphs is the article, whatever its name (`has-comments`). */
const holdsMostText = (frame: Element): boolean =>
  frame.querySelectorAll('p').length * 2 > frame.ownerDocument.querySelectorAll('p').length;

const isCalledAside = (element: Element): boolean => {
  const frame = element.closest(CALLED_ASIDE);
  if (frame === null) return false;
  if (!holdsMostText(frame)) return true;
  return frame.parentElement !== null && isCalledAside(frame.parentElement);
};

const isHidden = (element: Element): boolean => {
  for (let each: Element | null = element; each !== null; each = each.parentElement) {
    if (isUnseen(each)) return true;
  }
  return false;
};

const isInText = (element: Element): boolean =>
  element.closest(ASIDE) === null && !isCalledAside(element) && !isHidden(element);

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** How likely `heading` is the headline, given the page's title. */
const headlineScore = (heading: Element, text: string, pageTitle: string): number => {
  const isInTitle = pageTitle.toLowerCase().includes(text.toLowerCase());
  return (
    (isInTitle ? 1 + text.length / Math.max(1, pageTitle.length) : 0) +
    (heading.matches('[itemprop~="headline"]') ? 1 : 0) +
    (heading.closest('article, main, [role="main"]') === null ? 0 : 0.5)
  );
};

/**
 * The headline: of the first-level headings the one repeated in the page's title, else one in the article, else the
 * first. Not the name of the publisher, which many pages have as such a heading.
 */
export const findHeadline = (page: Document, publisher: string): Element | null => {
  const pageTitle = page.title.replace(/\s+/gu, ' ');
  const [best] = [...page.querySelectorAll('h1, [itemprop~="headline"]:not(meta)')]
    .map((heading) => ({ heading, text: shownText(heading) }))
    .filter(({ heading, text }) => text !== '' && !isSame(text, publisher) && isInText(heading))
    .map(({ heading, text }) => ({ heading, score: headlineScore(heading, text, pageTitle) }))
    .sort((a, b) => b.score - a.score);
  return best?.heading ?? null;
};

/** In order: explicit markup, then mere names. */
const BYLINES = [
  '[itemprop~="author"]',
  '[rel~="author"]',
  '[class~="byline" i], [id="byline" i]',
  '[class*="byline" i]',
  '[class~="author" i], [class~="authors" i], [class*="author-name" i]',
];
const isBylineLength = (length: number): boolean => length > 0 && length <= 200;

/** For a name inside a byline container, the container, which is what the page shows. */
const frameOf = (element: Element): Element => {
  const frame = element.closest('[class*="byline" i]');
  return frame !== null && isBylineLength(shownText(frame).length) ? frame : element;
};

const isByline = (element: Element): boolean =>
  !element.matches('meta, link, body, html') && isInText(element);

/** The element with the author's name. */
export const findByline = (page: Document): Element | null =>
  BYLINES.flatMap((selector) => [...page.querySelectorAll(selector)])
    .filter(isByline)
    .map(frameOf)
    .find((frame) => isBylineLength(shownText(frame).length)) ?? null;

/** Controls beside a name, which are not names. */
const CONTROL =
  /^(?:e-?mail|bio(?:graphy)?|follow(?: (?:us|me|@?\w+))?|tweet|share|contact|subscribe|profile|author|view (?:profile|bio)|see all(?: posts| articles)?|more (?:stories|articles|from .*)|posts|articles|twitter|x|facebook|linkedin|instagram|rss|\|)$/i;

/** The text of a byline without links and buttons that are not names. */
const namesShown = (byline: Element): string => {
  const copy = byline.cloneNode(true) as Element;
  for (const element of [...copy.querySelectorAll('a, button, li, span')])
    if (CONTROL.test(shownText(element))) element.remove();
  const words = shownText(copy).split(' ');
  while (words.length > 0 && CONTROL.test(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
};

/** The authors on the page: the first, and those beside it in elements of the same kind. */
export const namesInBylines = (page: Document): readonly string[] => {
  const first = findByline(page);
  if (first === null) return [];
  const names = namesInByline(first);
  const beside = first.parentElement?.parentElement ?? first.parentElement;
  const selector = BYLINES.find((each) => first.matches(each));
  const others =
    selector === undefined ? [] : [...(beside?.querySelectorAll(selector) ?? [])].filter(isByline);
  const all = [...new Set(others.map(namesInByline))].filter(
    (each) => each !== '' && isBylineLength(each.length),
  );
  return all.length > 1 && all.length <= MAX_BESIDE && !names.includes(',')
    ? [listNames(all), names]
    : [names];
};
/** More are a list of something else. */
const MAX_BESIDE = 12;

const NEAR = 12;
const LONGEST_LINE = 160;
const FOLLOWING = 4;

/** Whether `element` is one line of the page, after `headline`. */
const isLineBehind = (headline: Element, element: Element): boolean =>
  (headline.compareDocumentPosition(element) & FOLLOWING) !== 0 &&
  !headline.contains(element) &&
  element.querySelector('p, div, li, h2, h3, h4') === null &&
  isInText(element);

/** The short lines right below the headline, in order: a byline and date without markup are there. */
export const linesAtHeadline = (page: Document, publisher: string): readonly string[] => {
  const headline = findHeadline(page, publisher);
  if (headline === null) return [];
  const lines = new Set<string>();
  for (const element of page.querySelectorAll('p, div, span, li, time, address, h2, h3, h4')) {
    const line = isLineBehind(headline, element) ? namesShown(element) : '';
    if (line !== '' && line.length <= LONGEST_LINE) lines.add(line);
    if (lines.size >= NEAR) break;
  }
  return [...lines];
};

/** The names in a byline: those marked up as such, else its whole text if that is only names. */
const namesInByline = (byline: Element): string => {
  const marked = [...byline.querySelectorAll('[itemprop~="name"], [rel~="author"]')].map(shownText);
  const names = [...new Set(marked)].filter((name) => name !== '');
  if (names.length > 0) return names.join(', ');
  // Names side by side, each in an element.
  const separate = [...byline.querySelectorAll('a, li, span, p, div')]
    .filter((element) => element.childElementCount === 0)
    .map((element) => namesIn(shownText(element)).find(isPerson) ?? '');
  const people = [...new Set(separate)].filter((name) => name !== '');
  if (people.length > 1) return people.join(', ');
  const text = namesShown(byline);
  return /\d/.test(text) ? '' : text;
};

/** The dates of time elements, those marked as publication dates first. */
export const datesOfTimeElements = (page: Document): readonly string[] => {
  const stated = 'time[itemprop~="datePublished"], [itemprop~="datePublished"]:not(meta), time[pubdate]';
  const inArticle = 'article time[datetime], main time[datetime], [role="main"] time[datetime]';
  const found = [...page.querySelectorAll(stated), ...page.querySelectorAll(inArticle)].filter(isInText);
  const all = [...page.querySelectorAll('time[datetime]')];
  // If the whole page has only one date, it is the article's.
  const only = all.length === 1 ? all : [];
  return [...found, ...only].map((time) => time.getAttribute('datetime') ?? shownText(time));
};
