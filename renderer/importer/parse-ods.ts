/** Sheets of OpenDocument: each with its name, as a table of its displayed values, dates in ISO 8601. */
import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { escapeHtml } from '#domain/text/escape-html.ts';
import {
  articleOfSheets,
  countWords,
  MAX_ROWS,
  type Row,
  type Rows,
  type Sheet,
  tableOfRows,
} from './markup/article-of-sheets.ts';
import { openOdf } from './odt/open-odf.ts';
import { styleNamesWith } from './odt/style-names.ts';
import { elementsNamed } from './package/parse-xml.ts';

/** Styles of hidden sheets. */
const notShown = { element: 'style:table-properties', attribute: 'table:display', value: 'false' };

/** Charts and pictures, each in a frame. */
const countFrames = (content: Document): number =>
  elementsNamed(content, 'draw:frame').filter(
    (frame) => elementsNamed(frame, 'draw:object').length + elementsNamed(frame, 'draw:image').length > 0,
  ).length;

/** The words of its text boxes and shapes, without comments. */
const boxesOn = (sheet: Element): string =>
  elementsNamed(sheet, 'text:p')
    .filter(({ parentElement }) => parentElement?.tagName.startsWith('draw:') === true)
    .map(({ textContent }) => (textContent ?? '').trim())
    .filter((words) => words !== '')
    .map((words) => `<p>${escapeHtml(words)}</p>`)
    .join('');

/** The non-empty rows of an OpenDocument sheet. A file gives the number of equal rows and cells. */

/** How many equal adjacent cells are written out; a file may claim a million. */
const MAX_REPEATED = 100;

const repeated = (element: Element, name: string): number =>
  Math.max(1, Number.parseInt(element.getAttribute(name) ?? '', 10) || 1);

const isHidden = (element: Element): boolean =>
  /^(?:collapse|filter)$/u.test(element.getAttribute('table:visibility') ?? '');

/** Its paragraphs without its comment, separated by "\n", which also stands for line breaks. */
const shownText = (cell: Element): string =>
  [...cell.children]
    .filter(({ tagName }) => tagName === 'text:p')
    .map((paragraph) => {
      for (const sign of elementsNamed(paragraph, 'text:line-break')) sign.textContent = '\n';
      for (const name of ['text:s', 'text:tab'])
        for (const sign of elementsNamed(paragraph, name)) sign.textContent = ' ';
      return paragraph.textContent ?? '';
    })
    .join('\n')
    .trim();

/** A date and time, in ISO 8601 with a space in between. */
const dayOf = (cell: Element): string | null => {
  const value = cell.getAttribute('office:date-value') ?? '';
  const [, day, time] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?)?$/u.exec(value) ?? [];
  if (day === undefined) return null;
  const clock = time?.replace(/:00$/u, '');
  return clock === undefined || clock === '00:00' ? day : `${day} ${clock}`;
};

/** The displayed text of a cell, a date in ISO 8601 since its display may be ambiguous; else its stored value. */
const cellText = (cell: Element): string => {
  const kind = cell.getAttribute('office:value-type');
  const day = kind === 'date' ? dayOf(cell) : null;
  return day ?? (shownText(cell) || (kind === null ? '' : (cell.getAttribute('office:value') ?? '')));
};

/** Whether a column is hidden, by its number from 1. */
const hiddenColumns = (sheet: Element): ((column: number) => boolean) => {
  const ranges: (readonly [number, number])[] = [];
  let at = 1;
  for (const column of elementsNamed(sheet, 'table:table-column')) {
    const count = repeated(column, 'table:number-columns-repeated');
    if (isHidden(column)) ranges.push([at, at + count - 1]);
    at += count;
  }
  return (column) => ranges.some(([from, to]) => from <= column && column <= to);
};

type Placed = { readonly column: number; readonly count: number; readonly text: string };

const cellsOf = (row: Element): readonly Placed[] => {
  let column = 1;
  return [...row.children].flatMap((cell) => {
    const at = column;
    const count = repeated(cell, 'table:number-columns-repeated');
    column += count;
    const text = cell.tagName === 'table:table-cell' ? cellText(cell) : '';
    return text === '' ? [] : [{ column: at, count: Math.min(count, MAX_REPEATED), text }];
  });
};

/** Each non-empty cell of a row, with equal ones repeated. */
const oneByOne = (row: Element): readonly (readonly [column: number, text: string])[] =>
  cellsOf(row).flatMap(({ column, count, text }) =>
    Array.from({ length: count }, (_, at) => [column + at, text] as const),
  );

/** The non-empty rows, without hidden cells; at most the first `maxRows`, with the total count. */
const rowsOf = (sheet: Element, maxRows: number): Rows => {
  const isHiddenColumn = hiddenColumns(sheet);
  const rows: Row[] = [];
  let count = 0;
  let hiddenWords = 0;
  for (const element of elementsNamed(sheet, 'table:table-row')) {
    const cells = oneByOne(element);
    const shown = isHidden(element) ? [] : cells.filter(([column]) => !isHiddenColumn(column));
    if (shown.length < cells.length) hiddenWords += countAll(cells) - countAll(shown);
    if (shown.length === 0) continue;
    const equal = repeated(element, 'table:number-rows-repeated');
    count += equal;
    for (let at = 0; at < equal && rows.length < maxRows; at += 1) rows.push(new Map(shown));
  }
  return { rows, count, hiddenWords };
};

const countAll = (cells: readonly (readonly [column: number, text: string])[]): number =>
  cells.reduce((sum, [, text]) => sum + countWords(text), 0);

/** A spreadsheet (.ods); null if all sheets are empty. Throws a DocumentError if it can't be read. */
export const parseOds = (bytes: Uint8Array): ParsedArticle | null => {
  const { content, styled, found } = openOdf(bytes);
  const [book] = elementsNamed(content, 'office:spreadsheet');
  const hidden = styleNamesWith(styled, notShown);
  let rowsLeft = MAX_ROWS;
  const sheets: Sheet[] = [...(book?.children ?? [])]
    .filter(({ tagName }) => tagName === 'table:table')
    .map((sheet) => {
      const table = tableOfRows(rowsOf(sheet, rowsLeft), rowsLeft);
      rowsLeft -= table.rowsRead;
      return {
        name: sheet.getAttribute('table:name') ?? '',
        isHidden: hidden.has(sheet.getAttribute('table:style-name') ?? ''),
        table,
        boxes: boxesOn(sheet),
      };
    });
  return articleOfSheets(sheets, found, {
    comments: elementsNamed(content, 'office:annotation').length,
    unread: countFrames(content),
  });
};
