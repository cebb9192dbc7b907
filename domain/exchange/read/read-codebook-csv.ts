/** A codebook as a table: one tag a line, its place in the tree as a path or beside the name of the tag above it. */
import type { CodebookEntry } from '../../tag/codebook-entry.ts';
import { printNamePath } from '../../tree/name-path.ts';
import type { Brought } from '../brought.ts';
import { type CsvRecord, cellsUnder, readAliases, recordsUnderOne } from './parse-csv.ts';

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
const cellOf = cellsUnder(heads);

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
      aliases: readAliases(cellOf(record, 'aliases')),
      group: group === '' ? null : group,
    },
  ];
};

/** A codebook; null where the file has no column for tags. */
export const readCodebookCsv = (text: string): Brought | null => {
  const records = recordsUnderOne(text, [...heads.path, ...heads.name]);
  return records === null ? null : { articles: [], leftOut: [], codebook: records.flatMap(entryOf) };
};
