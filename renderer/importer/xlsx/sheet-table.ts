/** The cells of a sheet of Excel. What the file says of the size of the sheet is not asked. */
import { countWords, type Row, type Rows, type SheetTable, tableOfRows } from '../markup/table-of-rows.ts';
import { localNamed } from '../package/parse-xml.ts';
import { type NumberKind, printCellNumber } from './number-formats.ts';

/** What all sheets of a workbook share. */
export type Workbook = {
  readonly strings: readonly string[];
  readonly kinds: readonly NumberKind[];
  readonly epoch: 1900 | 1904;
};

/** The words of a shared or an inline string, without the readings of East Asian signs. */
export const stringText = (item: Element): string =>
  localNamed(item, 't')
    .filter(({ parentElement }) => parentElement?.localName !== 'rPh')
    .map(({ textContent }) => textContent ?? '')
    .join('')
    // How the format writes signs that XML has not.
    .replace(/_x([\dA-F]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/gu, '\n');

const childText = (cell: Element, name: string): string =>
  [...cell.children].find(({ localName }) => localName === name)?.textContent ?? '';

const cellText = (cell: Element, { strings, kinds, epoch }: Workbook): string => {
  const type = cell.getAttribute('t') ?? 'n';
  if (type === 'inlineStr') return stringText(cell);
  const value = childText(cell, 'v').trim();
  // An empty cell may have a type: it is no first string, and nothing is false in it.
  if (value === '') return '';
  switch (type) {
    case 's':
      return strings[Number(value)] ?? '';
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    case 'n':
      return printCellNumber(value, kinds[Number(cell.getAttribute('s') ?? 0)] ?? 'number', epoch);
    default:
      return value;
  }
};

/** The number of a column from its letters, "A" is 1; 0 for what is no place. */
const columnOf = (place: string): number => {
  const letters = /^([A-Z]{1,3})\d/u.exec(place)?.[1] ?? '';
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
};

const isOn = (element: Element, name: string): boolean =>
  /^(?:1|true)$/u.test(element.getAttribute(name) ?? '');

/** Whether a column is hidden, from the ranges that the sheet names. */
const hiddenColumns = (sheet: Document): ((column: number) => boolean) => {
  const ranges = localNamed(sheet, 'col')
    .filter((col) => isOn(col, 'hidden'))
    .map((col) => [Number(col.getAttribute('min')), Number(col.getAttribute('max'))] as const);
  return (column) => ranges.some(([from, to]) => from <= column && column <= to);
};

type PlacedText = { readonly column: number; readonly text: string };

/** The cells of a row that hold something. One that leaves out its place stands behind the one before it. */
const cellsOf = (row: Element, workbook: Workbook): readonly PlacedText[] => {
  let last = 0;
  return [...row.children].flatMap((cell) => {
    last = columnOf(cell.getAttribute('r') ?? '') || last + 1;
    const text = cellText(cell, workbook).trim();
    return text === '' ? [] : [{ column: last, text }];
  });
};

/** The rows that hold something, without hidden cells. */
const readRows = (sheet: Document, workbook: Workbook): Rows => {
  const isHiddenColumn = hiddenColumns(sheet);
  const rows: Row[] = [];
  let hiddenWords = 0;
  for (const row of localNamed(sheet, 'row')) {
    const isHiddenRow = isOn(row, 'hidden');
    const cells = new Map<number, string>();
    for (const { column, text } of cellsOf(row, workbook)) {
      if (isHiddenRow || isHiddenColumn(column)) hiddenWords += countWords(text);
      else cells.set(column, text);
    }
    if (cells.size > 0) rows.push(cells);
  }
  return { rows, hiddenWords };
};

/** The table of a sheet, of its first rows and columns where there are more than are read. */
export const sheetTable = (sheet: Document, workbook: Workbook, maxRows: number): SheetTable =>
  tableOfRows(readRows(sheet, workbook), maxRows);
