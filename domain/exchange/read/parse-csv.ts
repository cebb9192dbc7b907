import { readDisarmed } from '../../text/print-csv.ts';

/**
 * Reads comma-separated values (RFC 4180): quoted cells with commas, line breaks and doubled quotation marks in them.
 */

type Read = { readonly value: string; readonly end: number };

/**
 * The place of the quotation mark that closes the cell whose content begins at `from`; the end of the text where none
 * does.
 */
const closingMark = (text: string, from: number): number => {
  let at = text.indexOf('"', from);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at === -1 ? text.length : at;
};

const endOfPlain = (text: string, from: number): number => {
  const end = /[,\r\n]/g;
  end.lastIndex = from;
  return end.exec(text)?.index ?? text.length;
};

/** The cell that begins at `at`. A quotation mark that is never closed closes at the end. */
const readCell = (text: string, at: number): Read => {
  if (text[at] !== '"') {
    const end = endOfPlain(text, at);
    return { value: text.slice(at, end), end };
  }
  const closed = closingMark(text, at + 1);
  const end = endOfPlain(text, closed + 1);
  return { value: text.slice(at + 1, closed).replaceAll('""', '"') + text.slice(closed + 1, end), end };
};

/** The cells of the line that begins at `start`, and where the next begins. */
const readLine = (text: string, start: number): { readonly cells: string[]; readonly next: number } => {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    const { value, end } = readCell(text, at);
    cells.push(value);
    if (text[end] !== ',') return { cells, next: end + (text.startsWith('\r\n', end) ? 2 : 1) };
    at = end + 1;
  }
};

/** The cells of each line, in their order; an empty line is none. */
export const parseCsv = (text: string): readonly (readonly string[])[] => {
  const lines: string[][] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    const { cells, next } = readLine(text, at);
    if (cells.length > 1 || cells[0] !== '') lines.push(cells);
    at = next;
  }
  return lines;
};

/** A line by the names of its columns, in lower case; a column that is missing is empty. */
export type CsvRecord = (column: string) => string;

/** The lines below a head that has all of `columns`; null where the first line is no such head. */
export const readCsvRecords = (text: string, columns: readonly string[]): readonly CsvRecord[] | null => {
  const [head = [], ...lines] = parseCsv(text);
  const names = head.map((name) => name.trim().toLowerCase());
  if (columns.some((column) => !names.includes(column))) return null;
  return lines.map((cells) => (column) => cells[names.indexOf(column)]?.trim() ?? '');
};

/** Tables that people and other programs write: a column stands under one of several heads. */

type Heads = Readonly<Record<string, readonly string[]>>;

/** The cell of a line under the first of its heads, in lower case, that has words; empty where none has. */
export const cellsUnder =
  <H extends Heads>(heads: H) =>
  (record: CsvRecord, head: keyof H): string => {
    for (const name of heads[head] ?? []) {
      const text = readDisarmed(record(name)).trim();
      if (text !== '') return text;
    }
    return '';
  };

/** The lines below a head that has at least one of `columns`; null where the first line is no such head. */
export const recordsUnderOne = (text: string, columns: readonly string[]): readonly CsvRecord[] | null => {
  const column = columns.find((name) => readCsvRecords(text, [name]) !== null);
  return column === undefined ? null : readCsvRecords(text, [column]);
};

/** Names in one cell: a line each, or on one line with a semicolon between them. */
export const readAliases = (cell: string): string[] =>
  cell
    .split(cell.includes('\n') ? '\n' : ';')
    .map((alias) => alias.trim())
    .filter((alias) => alias !== '');
