/**
 * Drawings that stand in a page as SVG become pictures of it, as those that it names by an address are: what is drawn is the
 * image of an address, never a part of a page. Signs, logos and buttons are no drawings.
 */
import { dataAddressOf } from '../picture/data-address.ts';

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
export const sheetsFor = (page: Document): string => {
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
export const pictureDrawings = (page: Document, sheets: string): void => {
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
