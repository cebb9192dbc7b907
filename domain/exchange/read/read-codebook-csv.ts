/** A codebook as a table: one tag a line, its place in the tree as a path or beside the name of the tag above it. */
import type { CodebookEntry } from '../../tag/codebook/apply-codebook.ts';
import { readDisarmed } from '../../text/print-csv.ts';
import { printNamePath } from '../../tree/name-path.ts';
import type { Brought } from '../brought.ts';
import type { TextExportReader } from './export-file.ts';
import { type CsvRecord, readCsvRecords } from './parse-csv.ts';

/** The heads under which programs and people write each column, in lower case; the first is that of Precis. */
const heads = {
  path: ['tag', 'path', 'code path'],
  name: ['name', 'code', 'code name'],
  parent: ['parent', 'parent code', 'category'],
  useWhen: ['usewhen', 'use when', 'definition', 'description', 'memo', 'code memo', 'comment'],
  notWhen: ['notwhen', 'not when'],
  example: ['example', 'examples'],
  aliases: ['aliases', 'alias', 'synonyms'],
  group: ['group', 'groups', 'code group', 'code groups', 'set'],
} as const;
type Head = keyof typeof heads;

const cellOf = (record: CsvRecord, head: Head): string => {
  for (const name of heads[head]) {
    const text = readDisarmed(record(name)).trim();
    if (text !== '') return text;
  }
  return '';
};

const aliasesOf = (cell: string): string[] =>
  cell
    .split(cell.includes('\n') ? '\n' : ';')
    .map((alias) => alias.trim())
    .filter((alias) => alias !== '');

const entryOf = (record: CsvRecord): CodebookEntry[] => {
  const [name, parent, group] = [cellOf(record, 'name'), cellOf(record, 'parent'), cellOf(record, 'group')];
  // A name alone may hold a slash.
  const path =
    cellOf(record, 'path') ||
    (name === '' ? '' : `${parent === '' ? '' : `${parent}/`}${printNamePath([name])}`);
  if (path === '') return [];
  return [
    {
      path,
      definition: {
        useWhen: cellOf(record, 'useWhen'),
        notWhen: cellOf(record, 'notWhen'),
        example: cellOf(record, 'example'),
      },
      aliases: aliasesOf(cellOf(record, 'aliases')),
      group: group === '' ? null : group,
    },
  ];
};

const firstColumn = [...heads.path, ...heads.name];

/** Codebooks; null where a file has no column for tags. */
export const readCodebookCsv: TextExportReader = (files) => {
  const codebook: CodebookEntry[] = [];
  for (const { text } of files) {
    const column = firstColumn.find((name) => readCsvRecords(text, [name]) !== null);
    const records = column === undefined ? null : readCsvRecords(text, [column]);
    if (records === null) return null;
    codebook.push(...records.flatMap(entryOf));
  }
  return { articles: [], leftOut: [], codebook } satisfies Brought;
};
