/** Blocks as HTML. */

import { lettersOf } from '#domain/memo/content/list-numbering.ts';
import { type BlockGroup, groupBlocks } from '#domain/memo/document/blocks-of-document.ts';
import { fitFigure } from '#domain/memo/document/fit-figure.ts';
import { judgementNotes, quotedParagraphs, tableRows } from '#domain/memo/document/lay-document.ts';
import { citationOf } from '#domain/memo/document/list-styled-sources.ts';
import {
  type FigureSource,
  figureAlt,
  figureCaption,
  figureInWords,
  figureSource,
  pictureMissing,
} from '#domain/memo/document/print-figure.ts';
import type {
  DocumentBlock,
  FigureBlock,
  JudgementBlock,
  ListBlock,
  MemoDocument,
  ParagraphBlock,
  QuotationBlock,
  TableBlock,
} from '#domain/memo/memo-document.ts';
import { printLed } from '#domain/memo/print/printed-words.ts';
import { OMISSION } from '#domain/memo/verbatim/omission-mark.ts';
import { mediaTypeOf } from '#domain/picture/stored-picture.ts';
import { escapeHtml } from '#domain/text/escape-html.ts';
import { isolateGrade, isolateNames } from '../isolate-direction.ts';
import { decimalPads, layTable } from '../lay-table.ts';
import type { Writing } from '../writing.ts';
import { element, saidIn } from './html-element.ts';
import { pinpointsToHtml, runsToHtml } from './html-runs.ts';

type Notes = Writing;
type Cell = TableBlock['cells'][number];

/** The id that cross references link to. */
export const idOf = (anchor: string | undefined): string | null =>
  anchor === undefined ? null : `ref-${anchor}`;

const paragraph = (content: string, className: string | null = null, id: string | null = null): string =>
  element('p', { class: className, id }, content);

const paragraphToHtml = ({ runs, role, number, anchor }: ParagraphBlock, notes: Notes): string => {
  const words = runsToHtml(runs, notes);
  if (number === undefined) return paragraph(words, role ?? null, idOf(anchor));
  return paragraph(
    `${element('span', { class: 'number' }, `${number}.`)} ${words}`,
    'numbered',
    idOf(anchor),
  );
};

const judgementToHtml = (block: JudgementBlock, notes: Notes): string => {
  const lines = judgementNotes(block, notes.words).map(({ lead, text }) =>
    paragraph(
      `${lead === '' ? '' : printLed(element('b', saidIn(notes), escapeHtml(lead)), '')}${escapeHtml(text)}`,
      'note',
    ),
  );
  return element(
    'li',
    { value: `${block.number}`, id: idOf(block.anchor) },
    [paragraph(runsToHtml(block.statement, notes)), ...lines].join(''),
  );
};

const quotedToHtml = (words: Pick<QuotationBlock, 'quotes' | 'runOn'>): string =>
  quotedParagraphs(words)
    .map((lines) => lines.map((line) => paragraph(escapeHtml(line))).join(''))
    .join(element('p', { class: 'omission', dir: 'ltr', lang: '' }, OMISSION));

const quotationToHtml = (block: QuotationBlock, notes: Notes): string => {
  const words = quotedToHtml(block);
  const { original } = block;
  const below =
    original === undefined
      ? ''
      : element(
          'blockquote',
          { class: 'original', lang: original.lang, dir: original.dir },
          quotedToHtml(original),
        );
  const grade =
    block.grade === null
      ? ''
      : ` ${element('b', {}, escapeHtml(isolateNames(isolateGrade(block.grade), notes.words)))}`;
  const from = `${escapeHtml(isolateNames(block.attribution, notes.words))}${grade}${runsToHtml([citationOf(block)], notes)}`;
  return element(
    'figure',
    // The bar is on the side on which the quotation begins.
    { class: block.dir === notes.dir ? 'quotation' : `quotation ${block.dir}` },
    element('blockquote', { lang: block.lang, dir: block.dir }, words) +
      below +
      element('figcaption', saidIn(notes), from),
  );
};

const listToHtml = ({ ordered, items, start, numbering }: ListBlock, notes: Notes): string =>
  element(
    ordered ? 'ol' : 'ul',
    {
      start: start === undefined ? null : `${start}`,
      type: numbering === undefined ? null : lettersOf(numbering),
      'data-numbering': numbering ?? null,
    },
    items.map((item) => element('li', {}, blocksToHtml(item, notes))).join(''),
  );

/** Invisible padding after a figure, which aligns the decimal signs of a column; it is not text. */
const padToHtml = (pad: string): string => element('span', { class: 'pad', 'data-pad': pad }, '');

const span = (cells: number): string | null => (cells === 1 ? null : `${cells}`);

const cellToHtml = (
  { blocks, colspan, rowspan, isHeader, row, align }: Cell,
  headerRows: number,
  notes: Notes,
  pad: string,
): string => {
  const scope = row < headerRows ? 'col' : 'row';
  const words = blocksToHtml(blocks, notes);
  return element(
    isHeader ? 'th' : 'td',
    { class: align ?? null, scope: isHeader ? scope : null, colspan: span(colspan), rowspan: span(rowspan) },
    pad === '' ? words : words.replace(/(?=<\/p>$)/u, padToHtml(pad)),
  );
};

const colgroup = ({ widths }: TableBlock): string => {
  if (widths === undefined) return '';
  const all = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => `<col style="width:${((100 * width) / all).toFixed(2)}%">`);
  return element('colgroup', {}, columns.join(''));
};

/** A table of more columns scrolls by itself in a narrow window, and the page does not. */
const MAX_NARROW_COLUMNS = 3;

const tableToHtml = (table: TableBlock, notes: Notes): string => {
  const pads = decimalPads(table, layTable(table));
  const padOf = (cell: Cell): string => (cell.align === 'decimal' ? (pads.get(cell) ?? '') : '');
  const rows = tableRows(table).map((cells) =>
    element('tr', {}, cells.map((cell) => cellToHtml(cell, table.headerRows, notes, padOf(cell))).join('')),
  );
  const head = rows.slice(0, table.headerRows).join('');
  const body = rows.slice(table.headerRows).join('');
  const made = element(
    'table',
    { id: idOf(table.anchor) },
    `${colgroup(table)}${head === '' ? '' : element('thead', {}, head)}${element('tbody', {}, body)}`,
  );
  if (table.columns <= MAX_NARROW_COLUMNS) return made;
  // Reached by keys, since it scrolls where the window is narrow.
  const name = notes.words.table.table;
  return element('div', { class: 'wide', role: 'group', tabindex: '0', 'aria-label': name }, made);
};

/** A figure as HTML: its picture within the page, or words where there is none. */

/** The pictures by their hashes; null if none can be shown, as in an e-mail. */
type HtmlPictures = MemoDocument['pictures'] | null;

/** The text width of the sheet: 42 rem less its padding, at 96 pixels to the inch. */
const TEXT_WIDTH_MM = 149;

const sourceToHtml = ({ before, pinpoint, after }: FigureSource, notes: Notes): string => {
  const link = pinpoint === null ? '' : `&nbsp;${pinpointsToHtml([pinpoint], notes)}`;
  return `<br>${element('b', saidIn(notes), notes.words.figure.source)} ${escapeHtml(before)}${link}${escapeHtml(after)}`;
};

const captionOf = (block: FigureBlock, notes: Notes): string => {
  const { lead, text } = figureCaption(block, notes.words);
  const source = figureSource(block, notes.words);
  return element(
    'figcaption',
    {},
    `${element('b', saidIn(notes), lead)}${text === '' ? '' : ` ${escapeHtml(text)}`}${source === null ? '' : sourceToHtml(source, notes)}`,
  );
};

const pictureToHtml = (block: FigureBlock, base64: string | undefined, { words }: Notes): string => {
  if (base64 === undefined) return element('p', {}, element('b', {}, pictureMissing(block, words)));
  const { widthMm } = fitFigure(block, TEXT_WIDTH_MM);
  const { format, width, height } = block.picture;
  const src = `data:${mediaTypeOf[format]};base64,${base64}`;
  // Browsers scale the height with the width if the page is narrower.
  return `<img src="${src}" alt="${escapeHtml(figureAlt(block, words))}" width="${width}" height="${height}" style="width:${widthMm}mm">`;
};

const figureToHtml = (block: FigureBlock, pictures: HtmlPictures, notes: Notes): string =>
  pictures === null
    ? figureInWords(block, notes.words)
        .map((line) => element('p', {}, escapeHtml(line)))
        .join('')
    : element(
        'figure',
        { class: 'picture', id: idOf(block.anchor) },
        pictureToHtml(block, pictures[block.picture.sha256], notes) + captionOf(block, notes),
      );

const groupToHtml = (group: BlockGroup, notes: Notes, pictures: HtmlPictures): string => {
  switch (group.kind) {
    case 'paragraph':
      return paragraphToHtml(group, notes);
    case 'page-break':
      return element('div', { class: 'page-break', 'aria-hidden': 'true' }, '');
    case 'heading':
      return element(group.level === 1 ? 'h3' : 'h4', {}, escapeHtml(group.text));
    case 'figure':
      return figureToHtml(group, pictures, notes);
    case 'judgements':
      return element(
        'ol',
        { class: 'judgements' },
        group.items.map((item) => judgementToHtml(item, notes)).join(''),
      );
    case 'quotation':
      return quotationToHtml(group, notes);
    case 'own-quotation':
      return element('blockquote', { class: 'own' }, blocksToHtml(group.blocks, notes));
    case 'list':
      return listToHtml(group, notes);
    case 'table':
      return tableToHtml(group, notes);
  }
};

/** The blocks in their order; without `pictures`, figures are described in words. */
export function blocksToHtml(
  blocks: readonly DocumentBlock[],
  notes: Notes,
  pictures: HtmlPictures = null,
): string {
  return groupBlocks(blocks)
    .map((group) => groupToHtml(group, notes, pictures))
    .join('\n');
}
