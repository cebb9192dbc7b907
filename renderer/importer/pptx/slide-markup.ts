/** The words of a slide, as HTML: its shapes, groups, tables and diagrams in drawing order. */
import { escapeHtml } from '#domain/text/escape-html.ts';
import { notesAsQuotation, type TitleTag, titleMarkup } from '../markup/article-of-slides.ts';
import { mathText } from '../markup/markup-parts.ts';
import { localNamed } from '../package/parse-xml.ts';

/** Placeholders repeated on every slide: number, date, footer. */
const FURNITURE: ReadonlySet<string> = new Set(['sldNum', 'dt', 'ftr', 'hdr', 'sldImg']);
const TITLES: ReadonlySet<string> = new Set(['title', 'ctrTitle']);

const childNamed = (element: Element, name: string): Element | undefined =>
  [...element.children].find(({ localName }) => localName === name);

const pieceText = (piece: Element): string => {
  switch (piece.localName) {
    case 'br':
      return '\n';
    case 'r':
    case 'fld':
      return childNamed(piece, 't')?.textContent ?? '';
    // A formula.
    case 'm':
      return localNamed(piece, 'oMath').map(mathText).join(' ');
    case 'AlternateContent':
      return [...(childNamed(piece, 'Choice')?.children ?? [])].map(pieceText).join('');
    default:
      return '';
  }
};

/** A paragraph of DrawingML as text; line breaks become "\n". */
const paragraphText = (paragraph: Element): string =>
  [...paragraph.children]
    .map(pieceText)
    .join('')
    // A soft line break in a title.
    .replaceAll('\u000B', '\n');

const markupOf = (text: string): string => escapeHtml(text).replaceAll('\n', '<br>');

/** The words of text boxes, as in the drawings of a sheet, as HTML. */
export const textBoxMarkup = (drawing: Document): string =>
  localNamed(drawing, 'txBody')
    .map((text) => withinParagraphs(paragraphsOf(text)))
    .join('');

/** The non-empty paragraphs of a text, as text. */
const paragraphsOf = (text: Element): readonly string[] =>
  [...text.children]
    .filter(({ localName }) => localName === 'p')
    .map(paragraphText)
    .filter((words) => words.trim() !== '');

const withinParagraphs = (paragraphs: readonly string[]): string =>
  paragraphs.map((words) => `<p>${markupOf(words)}</p>`).join('');

/** The placeholder kind of a shape; null if it is not a placeholder. */
const placeholderOf = (shape: Element): string | null =>
  localNamed(shape, 'ph')[0]?.getAttribute('type') ?? (localNamed(shape, 'ph').length > 0 ? 'body' : null);

const shapeMarkup = (shape: Element, titleTag: TitleTag): string => {
  const kind = placeholderOf(shape);
  const text = childNamed(shape, 'txBody');
  if (text === undefined || (kind !== null && FURNITURE.has(kind))) return '';
  const paragraphs = paragraphsOf(text);
  if (kind === null || !TITLES.has(kind)) return withinParagraphs(paragraphs);
  return titleMarkup(titleTag, paragraphs.map(markupOf));
};

/** A cell covered by another has no text. */
const isCovered = (cell: Element): boolean =>
  ['hMerge', 'vMerge'].some((name) => /^(?:1|true)$/.test(cell.getAttribute(name) ?? ''));

const cellMarkup = (cell: Element, tag: 'td' | 'th'): string => {
  const text = childNamed(cell, 'txBody');
  const spans = [
    ['colspan', cell.getAttribute('gridSpan')],
    ['rowspan', cell.getAttribute('rowSpan')],
  ].flatMap(([name, count]) => (/^\d{1,3}$/.test(count ?? '') ? [` ${name}="${count}"`] : []));
  return `<${tag}${spans.join('')}>${text === undefined ? '' : withinParagraphs(paragraphsOf(text))}</${tag}>`;
};

const tableMarkup = (table: Element): string => {
  const hasHead = /^(?:1|true)$/.test(childNamed(table, 'tblPr')?.getAttribute('firstRow') ?? '');
  const rows = localNamed(table, 'tr').map((row, at) => {
    const cells = [...row.children].filter(({ localName }) => localName === 'tc');
    const shown = cells.filter((cell) => !isCovered(cell));
    return `<tr>${shown.map((cell) => cellMarkup(cell, hasHead && at === 0 ? 'th' : 'td')).join('')}</tr>`;
  });
  return `<table>${rows.join('')}</table>`;
};

/** Content that a slide refers to but does not contain. */
export type SlideParts = {
  readonly titleTag: TitleTag;
  /** The data of a diagram, by its frame; null for a frame without one. */
  readonly diagramOf: (frame: Element) => Document | null;
};

const frameMarkup = (frame: Element, { diagramOf }: SlideParts): string => {
  const [table] = localNamed(frame, 'tbl');
  if (table !== undefined) return tableMarkup(table);
  const diagram = diagramOf(frame);
  // Each point of a diagram has its own text.
  return diagram === null
    ? ''
    : localNamed(diagram, 't')
        .filter(({ children }) => children.length > 0)
        .map((text) => withinParagraphs(paragraphsOf(text)))
        .join('');
};

/** Titles come first, wherever they are drawn. */
const byTitle = (a: Element, b: Element): number => {
  const rank = (shape: Element): number => (TITLES.has(placeholderOf(shape) ?? '') ? 0 : 1);
  return rank(a) - rank(b);
};

const shapesIn = (tree: Element): readonly Element[] =>
  [...tree.querySelectorAll('*')].filter(
    // The fallback for an unknown shape repeats its words.
    (element) =>
      (element.localName === 'sp' || element.localName === 'graphicFrame') &&
      !isWithin(element, tree, 'Fallback'),
  );

const isWithin = (element: Element, root: Element, name: string): boolean => {
  for (let at = element.parentElement; at !== null && at !== root; at = at.parentElement)
    if (at.localName === name) return true;
  return false;
};

/** The words of a slide as HTML; empty if it has none. */
export const slideMarkup = (slide: Document, parts: SlideParts): string => {
  const [tree] = localNamed(slide, 'spTree');
  if (tree === undefined) return '';
  return shapesIn(tree)
    .toSorted(byTitle)
    .map((shape) =>
      shape.localName === 'sp' ? shapeMarkup(shape, parts.titleTag) : frameMarkup(shape, parts),
    )
    .join('');
};

/** How many charts and pictures a slide shows, which are not read. */
export const countUnread = (slide: Document): number =>
  ['chart', 'pic']
    .flatMap((name) => localNamed(slide, name))
    .filter((element) => !isWithin(element, slide.documentElement, 'Fallback')).length;

/** The speaker notes as HTML; empty if there are none. */
export const notesMarkup = (notes: Document): string => {
  const bodies = localNamed(notes, 'sp').filter((shape) => placeholderOf(shape) === 'body');
  return notesAsQuotation(bodies.map((shape) => shapeMarkup(shape, 'h2')).join(''));
};
