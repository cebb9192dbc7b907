/** The text of an OpenDocument file as HTML. Unknown elements are descended into, so that no words are lost. */
import { escapeHtml } from '#domain/text/escape-html.ts';
import { noteReference, withinTags, withNotes } from '../markup/markup-parts.ts';
import { elementsNamed } from '../package/parse-xml.ts';
import type { OdtStyles } from './odt-styles.ts';

type Writing = {
  readonly styles: OdtStyles;
  /** The address of a picture of the document. */
  readonly pictureAt: (href: string) => string;
  /** Deleted content, by the id of the change. */
  readonly deletions: ReadonlyMap<string, string>;
  readonly notes: string[];
  /** Insertions that have begun and not ended. */
  readonly inserting: Set<string>;
  readonly insertions: ReadonlySet<string>;
  list: { readonly style: string | null; readonly level: number };
  hiddenWords: number;
};

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

type Write = (element: Element, writing: Writing) => string;

const children: Write = (element, writing) => {
  let markup = '';
  for (const child of element.childNodes) {
    if (child.nodeType === TEXT_NODE) markup += textMarkup(child.nodeValue ?? '', writing);
    else if (child.nodeType === ELEMENT_NODE) markup += elementMarkup(child as Element, writing);
  }
  return markup;
};

const textMarkup = (text: string, { inserting }: Writing): string => {
  const escaped = escapeHtml(text);
  return inserting.size === 0 || text.trim() === '' ? escaped : `<ins>${escaped}</ins>`;
};

const within =
  (tag: string): Write =>
  (element, writing) =>
    `<${tag}>${children(element, writing)}</${tag}>`;

const number = (element: Element, name: string): number =>
  Math.max(1, Number(element.getAttribute(name)) || 1);

const PICTURE = /<img [^>]*>/gu;

/** A caption may contain its picture, which then comes before its words. */
const paragraph: Write = (element, writing) => {
  const inner = children(element, writing);
  if (!writing.styles.isCaption(element.getAttribute('text:style-name'))) return `<p>${inner}</p>`;
  const pictures = inner.match(PICTURE)?.join('') ?? '';
  return `${pictures === '' ? '' : `<p>${pictures}</p>`}<figcaption>${inner.replace(PICTURE, '')}</figcaption>`;
};

const heading: Write = (element, writing) => {
  const level = Math.min(6, number(element, 'text:outline-level'));
  return `<h${level}>${children(element, writing)}</h${level}>`;
};

const span: Write = (element, writing) => {
  const look = writing.styles.lookOf(element.getAttribute('text:style-name'));
  const inner = children(element, writing);
  if (look.isHidden) {
    writing.hiddenWords += (element.textContent ?? '').match(/\S+/gu)?.length ?? 0;
    return '';
  }
  return withinTags(look.tags, inner);
};

const link: Write = (element, writing) =>
  `<a href="${escapeHtml(element.getAttribute('xlink:href') ?? '')}">${children(element, writing)}</a>`;

const list: Write = (element, writing) => {
  const outer = writing.list;
  const level = outer.level + 1;
  const style = element.getAttribute('text:style-name') ?? outer.style;
  writing.list = { style, level };
  const tag = writing.styles.isNumbered(style, level) ? 'ol' : 'ul';
  const markup = `<${tag}>${children(element, writing)}</${tag}>`;
  writing.list = outer;
  return markup;
};

const note: Write = (element, writing) => {
  const [body] = elementsNamed(element, 'text:note-body');
  const [citation] = elementsNamed(element, 'text:note-citation');
  const at = writing.notes.length;
  writing.notes.push('');
  if (body !== undefined) writing.notes[at] = children(body, writing);
  const sign = escapeHtml(citation?.textContent ?? String(at + 1));
  return noteReference(at + 1, sign);
};

/** A file may claim a million equal cells: only as many are repeated. */
const MAX_REPEATED = 50;

const cell: Write = (element, writing) => {
  const isHead = element.parentElement?.parentElement?.tagName === 'table:table-header-rows';
  const tag = isHead ? 'th' : 'td';
  const spans = `colspan="${number(element, 'table:number-columns-spanned')}" rowspan="${number(element, 'table:number-rows-spanned')}"`;
  const inner = children(element, writing);
  const count = inner === '' ? 1 : Math.min(MAX_REPEATED, number(element, 'table:number-columns-repeated'));
  return `<${tag} ${spans}>${inner}</${tag}>`.repeat(count);
};

const picture: Write = (element, { pictureAt }) => {
  const frame = element.parentElement ?? element;
  const [title] = elementsNamed(frame, 'svg:title');
  const [description] = elementsNamed(frame, 'svg:desc');
  const alt = escapeHtml((description ?? title)?.textContent ?? '');
  return `<img alt="${alt}" src="${escapeHtml(pictureAt(element.getAttribute('xlink:href') ?? ''))}">`;
};

const beginInsertion: Write = (element, { inserting, insertions }) => {
  const id = element.getAttribute('text:change-id') ?? '';
  if (insertions.has(id)) inserting.add(id);
  return '';
};
const endInsertion: Write = (element, { inserting }) => {
  inserting.delete(element.getAttribute('text:change-id') ?? '');
  return '';
};
const deletion: Write = (element, { deletions }) => {
  const deleted = deletions.get(element.getAttribute('text:change-id') ?? '') ?? '';
  return deleted === '' ? '' : `<del>${escapeHtml(deleted)}</del>`;
};

const nothing: Write = () => '';

const writers: Readonly<Record<string, Write>> = {
  'text:h': heading,
  'text:p': paragraph,
  'text:span': span,
  'text:a': link,
  'text:line-break': () => '<br>',
  'text:s': () => ' ',
  'text:tab': () => ' ',
  'text:list': list,
  'text:list-item': within('li'),
  'text:list-header': within('li'),
  'text:note': note,
  'text:change-start': beginInsertion,
  'text:change-end': endInsertion,
  'text:change': deletion,
  'table:table': within('table'),
  'table:table-row': within('tr'),
  'table:table-cell': cell,
  'table:covered-table-cell': nothing,
  'draw:image': picture,
  'draw:text-box': within('div'),
  'svg:title': nothing,
  'svg:desc': nothing,
  'office:annotation': nothing,
  'office:forms': nothing,
  'presentation:notes': nothing,
  'text:tracked-changes': nothing,
  'text:sequence-decls': nothing,
  'text:variable-decls': nothing,
  'text:user-field-decls': nothing,
};

const elementMarkup: Write = (element, writing) => (writers[element.tagName] ?? children)(element, writing);

export type OdtMarkup = {
  readonly markup: string;
  readonly insertions: number;
  readonly deletions: number;
  readonly comments: number;
  readonly hiddenWords: number;
};

const idsOf = (content: Document, kind: string): readonly (readonly [string, Element])[] =>
  elementsNamed(content, kind).map((change) => {
    const region = change.parentElement;
    return [region?.getAttribute('text:id') ?? region?.getAttribute('xml:id') ?? '', change] as const;
  });

const deletedText = (change: Element): string =>
  [...elementsNamed(change, 'text:h'), ...elementsNamed(change, 'text:p')]
    .map((paragraph) => paragraph.textContent ?? '')
    .join(' ');

/** The HTML of `root`, an element of `content`, the part of an OpenDocument file with its words. */
export const odtMarkup = (
  root: Element | undefined,
  content: Document,
  styles: OdtStyles,
  pictureAt: (href: string) => string = () => '',
): OdtMarkup => {
  const deletions = new Map(idsOf(content, 'text:deletion').map(([id, change]) => [id, deletedText(change)]));
  const insertions = new Set(idsOf(content, 'text:insertion').map(([id]) => id));
  const writing: Writing = {
    styles,
    pictureAt,
    deletions,
    insertions,
    notes: [],
    inserting: new Set(),
    list: { style: null, level: 0 },
    hiddenWords: 0,
  };
  const body = root === undefined ? '' : children(root, writing);
  return {
    markup: withNotes(body, writing.notes),
    insertions: insertions.size,
    deletions: deletions.size,
    comments: elementsNamed(content, 'office:annotation').length,
    hiddenWords: writing.hiddenWords,
  };
};
