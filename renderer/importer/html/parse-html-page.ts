import type { FoundMetadata } from '#domain/article/article.ts';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { withoutLeftOut } from '#domain/article/body/without-left-out.ts';
import { countWords } from '#domain/article/draft/count-words.ts';
import { foundRemarks, type ImportRemark } from '#domain/article/draft/import-remarks.ts';
import { parsePlainText } from '#domain/article/draft/parse-plain-text.ts';
import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { type ReadBody, readBody } from '../body/body-from-dom.ts';
import { findMetadata } from '../metadata/find-metadata.ts';
import { dataAddressOf } from '../picture/data-address.ts';
import { embedPictures, type PicturesBeside } from '../picture/embed-pictures.ts';
import { settlePictures } from '../picture/picture-addresses.ts';
import { hiddenPartsIn } from './hidden-parts.ts';
import { parseMarkup } from './parse-markup.ts';
import { pickArticle } from './pick-article.ts';
import { preparePage } from './prepare-page.ts';
import { proseIn } from './prose.ts';
import { resolveAddresses } from './resolve-addresses.ts';
import { sanitiseDom } from './sanitise-dom.ts';
import { findSelected, keepSelectedInside, withSelected } from './selected-parts.ts';

/** A browser that saves a text file as a page puts its text into one `<pre>`. */
const textFileIn = (page: Document): string | null => {
  const { children } = page.body;
  return children.length === 1 && children[0]?.localName === 'pre' ? children[0].textContent : null;
};

const removeAll = (page: Document, selector: string): void => {
  for (const element of page.querySelectorAll(selector)) element.remove();
};

/** Everything that the page shows but its navigation, for a page in which no article stands out. */
const wholePage = (page: Document): Element => {
  removeAll(page, 'footer');
  return page.body;
};

type ReadArticle = ReadBody & { readonly article: Element; readonly remarks: readonly ImportRemark[] };

/** With less than one part in so many of what a page says, the text may lack what the page is about. */
const LITTLE = 3;
/** In characters: a page that says less shows all of it at a glance. */
const MIN_SHOWN = 400;

const FEW_WORDS = 30;

/** Told where the text is little of what the page showed in sentences. */
const remarksOn = ({ body, leftOut }: ReadBody, kept: number, shown: number): readonly ImportRemark[] => {
  const words = countWords(canonicalText(withoutLeftOut(body, leftOut)), null);
  if (words < FEW_WORDS) return foundRemarks([{ kind: 'few-words', count: words }]);
  if (shown < MIN_SHOWN || kept * LITTLE >= shown) return [];
  return [{ kind: 'little-of-page', percent: Math.round((kept * 100) / shown) }];
};

const readArticle = (
  page: Document,
  found: FoundMetadata,
  selected: readonly string[],
): ReadArticle | null => {
  const parts = findSelected(page, selected);
  removeAll(page, 'nav');
  const shown = proseIn(page.body);
  const picked = pickArticle(page, found.publisher?.value ?? '') ?? wholePage(page);
  keepSelectedInside(picked, selected);
  const article = withSelected(picked, parts);
  resolveAddresses(page, found.url?.value ?? null, article);
  const kept = proseIn(article);
  const read = readBody(sanitiseDom(article));
  return read === null ? null : { ...read, article, remarks: remarksOn(read, kept, shown) };
};

/**
 * Drawings that stand in a page as SVG become pictures of it, as those that it names by an address are: what is drawn
 * is the image of an address, never a part of a page. Signs, logos and buttons are no drawings.
 */

/** Of the space that a drawing says that it takes, or that its lines are counted in. */
const MIN_SIDE = 100;
/** A sign has fewer shapes. */
const MIN_SHAPES = 20;
/** Without words and fewer shapes than that, it is a drawing where the page says so. */
const IN_FIGURE = 'figure';
const IN_CONTROLS = 'button, nav, header nav, label, summary, [role="button"], [role="navigation"]';
const MAX_DRAWINGS = 200;
/** Of the sheets of the page, which say how a drawing looks. */
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

/** The sheets of `page`, as far as they are not too long to be repeated in each drawing. */
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

/** Puts pictures in the place of the drawings of `page`, which look as `sheets` say. */
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

/**
 * The article of a web page and what the page says of it; null where the page shows no text. `beside` knows the
 * pictures that were saved with it; `selected` are words that were selected on it, which the text is to have.
 */
export const parseHtmlPage = (
  html: string,
  beside?: PicturesBeside,
  selected: readonly string[] = [],
): ParsedArticle | null => {
  const page = parseMarkup(html);
  if (beside !== undefined) embedPictures(page, beside);
  settlePictures(page);
  const sheets = sheetsFor(page);
  const hidden = preparePage(page);
  pictureDrawings(page, sheets);
  const found = findMetadata(page);
  const text = textFileIn(page);
  if (text !== null) {
    const body = parsePlainText(text);
    return body === null ? null : { body, leftOut: [], found };
  }
  const read = readArticle(page, found, selected);
  if (read === null) return null;
  const { article, ...parsed } = read;
  return { ...parsed, hidden: hiddenPartsIn(article, hidden), found };
};
