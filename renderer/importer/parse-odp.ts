/** Slides of OpenDocument: the words and pictures of their frames, each slide with its number, and notes below it. */
import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { escapeHtml } from '#domain/text/escape-html.ts';
import {
  articleOfSlides,
  notesAsQuotation,
  type Slide,
  type TitleTag,
  titleMarkup,
  titleTagOf,
} from './markup/article-of-slides.ts';
import { odtMarkup } from './odt/odt-markup.ts';
import { type OdtStyles, readOdtStyles } from './odt/odt-styles.ts';
import { type OpenOdf, openOdf } from './odt/open-odf.ts';
import { styleNamesWith } from './odt/style-names.ts';
import { elementsNamed } from './package/parse-xml.ts';

/** Repeated on every slide: number, date, footer; and the thumbnail above its notes. */
const FURNITURE: ReadonlySet<string> = new Set([
  'page-number',
  'date-time',
  'footer',
  'header',
  'page',
  'handout',
]);

const classOf = (frame: Element): string => frame.getAttribute('presentation:class') ?? '';
/** The prompt of an empty frame comes from the program, not the slide. */
const isShown = (frame: Element): boolean =>
  !FURNITURE.has(classOf(frame)) && frame.getAttribute('presentation:placeholder') !== 'true';

/** Styles of hidden slides. */
const notShown = {
  element: 'style:drawing-page-properties',
  attribute: 'presentation:visibility',
  value: 'hidden',
};

/** The words of a paragraph, with "\n" at line breaks. */
const lineOf = (paragraph: Element): string =>
  [...paragraph.childNodes]
    .map((node) => {
      if (node.nodeName === 'text:line-break') return '\n';
      if (node.nodeName === 'text:s' || node.nodeName === 'text:tab') return ' ';
      return node.nodeName === 'text:span' ? lineOf(node as Element) : (node.textContent ?? '');
    })
    .join('');

const titleOf = (frame: Element, tag: TitleTag): string =>
  titleMarkup(
    tag,
    elementsNamed(frame, 'text:p')
      .map(lineOf)
      .filter((line) => line.trim() !== '')
      .map((line) => escapeHtml(line).replaceAll('\n', '<br>')),
  );

type Reading = {
  readonly document: OpenOdf;
  readonly styles: OdtStyles;
  readonly hidden: ReadonlySet<string>;
};

const frameMarkup = (frame: Element, { document, styles }: Reading): string => {
  // Tables and charts come with a picture of themselves.
  const isDrawnTwice = elementsNamed(frame, 'table:table').length + countObjects(frame) > 0;
  const pictureAt = isDrawnTwice ? undefined : document.pictureAt;
  const { markup } = odtMarkup(frame, document.content, styles, pictureAt);
  return isDrawnTwice ? markup.replace(/<img [^>]*>/gu, '') : markup;
};

/** Charts and other embedded objects in a slide. */
const countObjects = (element: Element): number =>
  ['draw:object', 'draw:object-ole', 'draw:plugin'].flatMap((name) => elementsNamed(element, name)).length;

const notesOf = (page: Element, reading: Reading): string => {
  const [notes] = elementsNamed(page, 'presentation:notes');
  const frames = [...(notes?.children ?? [])].filter((frame) => classOf(frame) === 'notes' && isShown(frame));
  return notesAsQuotation(
    frames
      .map((frame) => frameMarkup(frame, reading))
      .filter((markup) => markup.replace(/<[^>]*>/gu, '').trim() !== '')
      .join(''),
  );
};

const readSlide = (page: Element, index: number, reading: Reading): Slide => {
  const frames = [...page.children].filter(
    (frame) =>
      isShown(frame) && !/^(?:presentation:notes|office:forms|office:annotation)$/u.test(frame.tagName),
  );
  const titles = frames.filter((frame) => classOf(frame) === 'title');
  const others = frames.filter((frame) => classOf(frame) !== 'title');
  const notes = notesOf(page, reading);
  return {
    markup:
      titles.map((frame) => titleOf(frame, titleTagOf(index))).join('') +
      others.map((frame) => frameMarkup(frame, reading)).join('') +
      notes,
    isHidden: reading.hidden.has(page.getAttribute('draw:style-name') ?? ''),
    hasNotes: notes !== '',
    unread: countObjects(page),
  };
};

/** A presentation (.odp); null if no slide contains text. Throws a DocumentError if it can't be read. */
export const parseOdp = (bytes: Uint8Array): ParsedArticle | null => {
  const document = openOdf(bytes);
  const { content, styled, found } = document;
  const reading: Reading = {
    document,
    styles: readOdtStyles(styled),
    hidden: styleNamesWith(styled, notShown),
  };
  const slides = elementsNamed(content, 'draw:page').map((page, at) => readSlide(page, at, reading));
  return articleOfSlides(slides, found, elementsNamed(content, 'office:annotation').length);
};
