import type { FoundMetadata } from '#domain/article/article.ts';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { withoutLeftOut } from '#domain/article/body/without-left-out.ts';
import { countWords } from '#domain/article/draft/count-words.ts';
import { foundRemarks, type ImportRemark } from '#domain/article/draft/import-remarks.ts';
import { parsePlainText } from '#domain/article/draft/parse-plain-text.ts';
import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { seenText } from '#domain/inbox/place-selection.ts';
import { type ReadBody, readBody } from '../body/body-from-dom.ts';
import { findMetadata } from '../metadata/find-metadata.ts';
import { markHeadLines } from '../metadata/mark-head-lines.ts';
import { isRunTogether } from '../metadata/names-of-byline.ts';
import { dataAddressOf } from '../picture/data-address.ts';
import { embedPictures, type PicturesBeside } from '../picture/embed-pictures.ts';
import { settlePictures } from '../picture/picture-addresses.ts';
import { type HiddenNode, hiddenPartsIn, inertProse, proseOf } from './hidden-parts.ts';
import { MarkupError, parseMarkup } from './parse-markup.ts';
import { pickArticle } from './pick-article.ts';
import { preparePage, prepareWithHidden } from './prepare-page.ts';
import { proseIn } from './prose.ts';
import { resolveAddresses } from './resolve-addresses.ts';
import { sanitiseDom } from './sanitise-dom.ts';
import { findSelected, keepSelectedInside, withSelected } from './selected-parts.ts';
import {
  isShort,
  type Pages,
  type Reading,
  textsOfPage,
  type Whole,
  wholeArticle,
} from './whole/whole-article.ts';

/** A browser that saves a text file as a page puts its text into one `<pre>`. */
const textFileIn = (page: Document): string | null => {
  const { children } = page.body;
  return children.length === 1 && children[0]?.localName === 'pre' ? children[0].textContent : null;
};

const removeAll = (page: Document, selector: string): void => {
  for (const element of page.querySelectorAll(selector)) element.remove();
};

/** Everything that the page shows except its navigation, for a page without a recognisable article. */
const wholePage = (page: Document): Element => {
  removeAll(page, 'footer');
  return page.body;
};

/** With less than this fraction of the page's words, the text may lack what the page is about. */
const LITTLE = 3;
/** In characters: a shorter page can be checked at a glance. */
const MIN_SHOWN = 400;

const FEW_WORDS = 30;

/** Added if the text is a small part of the sentences on the page. */
const remarksOn = (
  { body, leftOut }: ReadBody,
  kept: number,
  shown: number,
  whole: Whole,
): readonly ImportRemark[] => {
  const words = countWords(canonicalText(withoutLeftOut(body, leftOut)), null);
  if (isShort(whole)) return [{ kind: 'part-of-article', read: Math.max(1, whole.read), of: whole.of }];
  if (words < FEW_WORDS) return foundRemarks([{ kind: 'few-words', count: words }]);
  if (shown < MIN_SHOWN || kept * LITTLE >= shown) return [];
  return [{ kind: 'little-of-page', percent: Math.round((kept * 100) / shown) }];
};

const remarksOnByline = ({ byline }: FoundMetadata): readonly ImportRemark[] =>
  (byline?.value ?? '')
    .split(', ')
    .filter(isRunTogether)
    .slice(0, 1)
    .map((names) => ({ kind: 'names-run-together', names: [names] }));

type Pick = (page: Document, publisher: string) => Element | null;

const readArticle = (
  page: Document,
  found: FoundMetadata,
  selected: readonly string[],
  pick: Pick,
): Reading | null => {
  const parts = findSelected(page, selected);
  removeAll(page, 'nav');
  const picked = pick(page, found.publisher?.value ?? '') ?? wholePage(page);
  keepSelectedInside(picked, selected);
  const article = withSelected(picked, parts);
  resolveAddresses(page, found.url?.value ?? null, article);
  const kept = proseIn(article);
  const all = markHeadLines(article, found);
  const read = readBody(sanitiseDom(article));
  return read === null ? null : { ...read, article, found: all, kept };
};

/**
 * Inline SVG drawings become pictures, like those that the page refers to by address: a drawing is shown as an image,
 * never as part of a page. Icons, logos and buttons are not drawings.
 */

/** The size that a drawing declares, or that of its coordinate system. */
const MIN_SIDE = 100;
/** An icon has fewer shapes. */
const MIN_SHAPES = 20;
/** With neither words nor that many shapes, it is a drawing if the page says so. */
const IN_FIGURE = 'figure';
const IN_CONTROLS = 'button, nav, header nav, label, summary, [role="button"], [role="navigation"]';
const MAX_DRAWINGS = 200;
/** The page's style sheets, which decide how a drawing looks. */
const MAX_SHEET_LETTERS = 256 * 1024;

const sideOf = (svg: Element, name: 'width' | 'height', inViewBox: number): number => {
  const [, said] = /^\s*([\d.]+)(?:px)?\s*$/.exec(svg.getAttribute(name) ?? '') ?? [];
  const [, , ...sides] = (svg.getAttribute('viewBox') ?? '').trim().split(/[\s,]+/);
  return said === undefined ? Number(sides[inViewBox]) || 0 : Number(said);
};

const isLarge = (svg: Element): boolean =>
  Math.min(sideOf(svg, 'width', 0), sideOf(svg, 'height', 1)) >= MIN_SIDE;

const hasWords = (svg: Element): boolean =>
  [...svg.querySelectorAll('text')].some(({ textContent }) => /\p{L}|\p{N}/u.test(textContent ?? ''));

const isDrawing = (svg: Element): boolean =>
  isLarge(svg) &&
  svg.closest(IN_CONTROLS) === null &&
  (svg.closest(IN_FIGURE) !== null || hasWords(svg) || svg.querySelectorAll('*').length >= MIN_SHAPES);

const nameOf = (svg: Element): string =>
  svg.getAttribute('aria-label') ?? svg.querySelector(':scope > title, :scope > desc')?.textContent ?? '';

/** The style sheets of `page`, unless they are too long to repeat in each drawing. */
const sheetsFor = (page: Document): string => {
  const sheets = [...page.querySelectorAll('style')].map(({ textContent }) => textContent ?? '').join('\n');
  return sheets.length > MAX_SHEET_LETTERS ? '' : sheets;
};

const withSheets = (svg: Element, sheets: string): string => {
  const copy = svg.cloneNode(true) as Element;
  const style = svg.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'style');
  style.textContent = sheets;
  copy.prepend(style);
  return new XMLSerializer().serializeToString(copy);
};

/** Replaces the drawings of `page` with pictures, styled by `sheets`. */
const pictureDrawings = (page: Document, sheets: string): void => {
  const outermost = [...page.querySelectorAll('svg')].filter(
    (svg) => svg.parentElement?.closest('svg') === null && isDrawing(svg),
  );
  for (const svg of outermost.slice(0, MAX_DRAWINGS)) {
    const image = page.createElement('img');
    image.setAttribute('alt', nameOf(svg).replace(/\s+/gu, ' ').trim());
    image.setAttribute('src', dataAddressOf(new TextEncoder().encode(withSheets(svg, sheets))));
    svg.replaceWith(image);
  }
};

/** The markup of a frame by the address that a page uses; null where it was not saved. */
export type FramesBeside = (address: string) => string | null;

/** Frames within frames. */
const MAX_FRAMES_DEEP = 4;

type Saved = { readonly frames: FramesBeside; readonly beside: PicturesBeside | undefined };

/** The content of a frame as its readers see it; null where it was not saved, or is too large. */
const readFrame = ({ frames, beside }: Saved, address: string): Document | null => {
  const html = frames(address);
  try {
    const frame = html === null ? null : parseMarkup(html);
    if (frame === null) return null;
    if (beside !== undefined) embedPictures(frame, beside);
    settlePictures(frame);
    preparePage(frame);
    return frame;
  } catch (cause) {
    if (cause instanceof MarkupError) return null;
    throw cause;
  }
};

const holdsAny = ({ body }: Document, selected: readonly string[]): boolean => {
  const { seen } = seenText(body.textContent ?? '');
  return selected.some((words) => seen.includes(seenText(words).seen));
};

/** Puts the content of frames that contain words of `selected` into the page; other frames are left out. */
const showFrames = (page: Document, saved: Saved, selected: readonly string[], deep = 1): void => {
  for (const frame of page.querySelectorAll('iframe[src]')) {
    const inner = readFrame(saved, frame.getAttribute('src') ?? '');
    if (inner === null) continue;
    if (deep < MAX_FRAMES_DEEP) showFrames(inner, saved, selected, deep + 1);
    if (!holdsAny(inner, selected)) continue;
    const part = page.createElement('div');
    part.append(...inner.body.childNodes);
    frame.replaceWith(part);
  }
};

/**
 * The article of a web page with its metadata; null if the page shows no text. `beside` has the pictures saved with it,
 * `frames` its frames; `selected` are words selected on it, which the text must include.
 */
export const parseHtmlPage = (
  html: string,
  beside?: PicturesBeside,
  selected: readonly string[] = [],
  frames?: FramesBeside,
): ParsedArticle | null => {
  const open = (prepare: (page: Document) => void): Document => {
    const page = parseMarkup(html);
    if (beside !== undefined) embedPictures(page, beside);
    settlePictures(page);
    const sheets = sheetsFor(page);
    prepare(page);
    pictureDrawings(page, sheets);
    if (frames !== undefined && selected.length > 0) showFrames(page, { frames, beside }, selected);
    return page;
  };
  let hidden: readonly HiddenNode[] = [];
  const page = open((opened) => {
    hidden = preparePage(opened);
  });
  const found = findMetadata(page);
  const text = textFileIn(page);
  if (text !== null) {
    const body = parsePlainText(text);
    return body === null ? null : { body, leftOut: [], found };
  }
  const shown = proseIn(page.body);
  const texts = textsOfPage(page);
  const pages: Pages = {
    hiddenLetters: hidden.reduce((sum, each) => sum + proseOf(each), inertProse(page)),
    open: (showsHidden) => open(showsHidden ? prepareWithHidden : preparePage),
    read: (opened, pick) => readArticle(opened, found, selected, pick),
  };
  const whole = wholeArticle(pages, pages.read(page, pickArticle), texts, found);
  if (whole.reading === null) return null;
  const { article, kept, ...read } = whole.reading;
  const remarks = [...remarksOn(read, kept, shown, whole), ...remarksOnByline(read.found)];
  return { ...read, remarks, hidden: hiddenPartsIn(article, hidden) };
};
