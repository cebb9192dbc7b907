/** The elements of a page that show its headline, its byline and its date. */
import { isUnseen } from '../body/element-style.ts';
import { listNames, shownText } from './found-value.ts';

const ASIDE = 'aside, nav, footer, [role="complementary"]';
const CALLED_ASIDE = [
  ...['comment', 'bibliograph', 'reference'].flatMap((part) => [`[class*="${part}" i]`, `[id*="${part}" i]`]),
  '[class*="related" i]',
  '[class*="recommend" i]',
].join(', ');

/** A frame with most of the page's paragraphs holds the article, whatever it is called (`has-comments`). */
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

/** How much speaks for `heading` being the headline, the page's title known. */
const headlineScore = (heading: Element, text: string, pageTitle: string): number => {
  const isInTitle = pageTitle.toLowerCase().includes(text.toLowerCase());
  return (
    (isInTitle ? 1 + text.length / Math.max(1, pageTitle.length) : 0) +
    (heading.matches('[itemprop~="headline"]') ? 1 : 0) +
    (heading.closest('article, main, [role="main"]') === null ? 0 : 0.5)
  );
};

/**
 * The headline: of the first-level headings the one that the page's title repeats, else one that stands in the
 * article, else the first. The name of the publisher, which many pages have as such a heading, is none.
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

/** In this order: what says so outright, then what is only called so. */
const BYLINES = [
  '[itemprop~="author"]',
  '[rel~="author"]',
  '[class~="byline" i], [id="byline" i]',
  '[class*="byline" i]',
  '[class~="author" i], [class~="authors" i], [class*="author-name" i]',
];
const isBylineLength = (length: number): boolean => length > 0 && length <= 200;

/** A name in a frame that is called a byline: the frame is what the page shows. */
const frameOf = (element: Element): Element => {
  const frame = element.closest('[class*="byline" i]');
  return frame !== null && isBylineLength(shownText(frame).length) ? frame : element;
};

const isByline = (element: Element): boolean =>
  !element.matches('meta, link, body, html') && isInText(element);

/** The element that shows who wrote the article. */
export const findByline = (page: Document): Element | null =>
  BYLINES.flatMap((selector) => [...page.querySelectorAll(selector)])
    .filter(isByline)
    .map(frameOf)
    .find((frame) => isBylineLength(shownText(frame).length)) ?? null;

/** What stands beside a name to be pressed, and is none. */
const CONTROL =
  /^(?:e-?mail|bio(?:graphy)?|follow(?: (?:us|me|@?\w+))?|tweet|share|contact|subscribe|profile|author|view (?:profile|bio)|see all(?: posts| articles)?|more (?:stories|articles|from .*)|posts|articles|twitter|x|facebook|linkedin|instagram|rss|\|)$/i;

/** The text of a byline without its links and buttons that are no names. */
const namesShown = (byline: Element): string => {
  const copy = byline.cloneNode(true) as Element;
  for (const element of [...copy.querySelectorAll('a, button, li, span')])
    if (CONTROL.test(shownText(element))) element.remove();
  const words = shownText(copy).split(' ');
  while (words.length > 0 && CONTROL.test(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
};

/** The authors that the page shows: those beside the first, in elements of the same kind, are authors too. */
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

/** Whether `element` is one line of the page, behind `headline`. */
const isLineBehind = (headline: Element, element: Element): boolean =>
  (headline.compareDocumentPosition(element) & FOLLOWING) !== 0 &&
  !headline.contains(element) &&
  element.querySelector('p, div, li, h2, h3, h4') === null &&
  isInText(element);

/**
 * The short lines right below the headline, in their order: there stand the byline and the date that no element names.
 */
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

/** The names in a byline: those that are marked as such, else its whole text where that is no more than names. */
const namesInByline = (byline: Element): string => {
  const marked = [...byline.querySelectorAll('[itemprop~="name"], [rel~="author"]')].map(shownText);
  const names = [...new Set(marked)].filter((name) => name !== '');
  if (names.length > 0) return names.join(', ');
  const text = namesShown(byline);
  return /\d/.test(text) ? '' : text;
};

/** The dates that time elements state, those that call themselves the date of publication first. */
export const datesOfTimeElements = (page: Document): readonly string[] => {
  const stated = 'time[itemprop~="datePublished"], [itemprop~="datePublished"]:not(meta), time[pubdate]';
  const inArticle = 'article time[datetime], main time[datetime], [role="main"] time[datetime]';
  const found = [...page.querySelectorAll(stated), ...page.querySelectorAll(inArticle)].filter(isInText);
  const all = [...page.querySelectorAll('time[datetime]')];
  // Where the whole page states one date, it is the article's.
  const only = all.length === 1 ? all : [];
  return [...found, ...only].map((time) => time.getAttribute('datetime') ?? shownText(time));
};
