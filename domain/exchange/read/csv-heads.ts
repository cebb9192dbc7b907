/** Tables that people and other programs write: a column stands under one of several heads. */
import { readDisarmed } from '../../text/print-csv.ts';
import { type CsvRecord, readCsvRecords } from './parse-csv.ts';

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
