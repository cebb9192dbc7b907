/** A source list as a table: one source a line, its place as a path or as a name beside that of the source above it. */
import {
  type ListedSource,
  MAX_LISTED_CELL,
  MAX_LISTED_SOURCES,
  MAX_LISTED_TEXT,
} from '../../source/list/listed-source.ts';
import { MAX_POSITIONS } from '../../source/position.ts';
import { type DescriptorField, descriptorFieldNames, descriptorFields } from '../../source/source.ts';
import { countLeftOut, type LeftOutCounter } from '../left-out.ts';
import { type TextExportReader, within } from './export-file.ts';
import { type CsvRecord, cellsUnder, readAliases, recordsUnderOne } from './parse-csv.ts';

/** The heads under which people and programs write each column, in lower case; the first is that of Precis. */
const heads = {
  path: ['source', 'path', 'source path'],
  name: ['name', 'source name'],
  parent: ['parent', 'parent source', 'part of', 'below'],
  kind: ['kind', 'type', 'source type'],
  reliability: ['reliability', 'source reliability', 'letter', 'rating'],
  aliases: ['aliases', 'alias', 'also known as', 'aka'],
  positions: ['positions', 'position', 'posts'],
} as const;
const cellOf = cellsUnder(heads);

const descriptorCell = (record: CsvRecord, field: DescriptorField): string =>
  cellsUnder({ [field]: [field.toLowerCase(), descriptorFieldNames[field].toLowerCase()] })(record, field);

/** The lines of a cell, as many and as long as they may be. */
const linesOf = (text: string, leftOut: LeftOutCounter): string[] => {
  const lines = text.split('\n').flatMap((line) => within(line.trim(), MAX_LISTED_CELL, leftOut) || []);
  leftOut.add('long-cell', Math.max(0, lines.length - MAX_POSITIONS));
  return lines.slice(0, MAX_POSITIONS);
};

const listedOf = (record: CsvRecord, leftOut: LeftOutCounter): ListedSource[] => {
  const cell = (head: keyof typeof heads): string => within(cellOf(record, head), MAX_LISTED_CELL, leftOut);
  const descriptor = Object.fromEntries(
    descriptorFields.flatMap((field) => {
      const text = within(descriptorCell(record, field), MAX_LISTED_TEXT, leftOut);
      return text === '' ? [] : [[field, text]];
    }),
  );
  const [path, name, kind, reliability] = [cell('path'), cell('name'), cell('kind'), cell('reliability')];
  if (path === '' && name === '') {
    if (`${kind}${reliability}${Object.values(descriptor).join('')}` !== '')
      leftOut.add('source-without-name');
    return [];
  }
  const aliases = readAliases(cellOf(record, 'aliases'));
  const short = aliases.filter((alias) => alias.length <= MAX_LISTED_CELL).slice(0, 200);
  leftOut.add('long-cell', aliases.length - short.length);
  return [
    {
      path: path === '' ? null : path,
      name: path === '' ? name : '',
      parent: cell('parent'),
      kind,
      reliability,
      aliases: short,
      positions: linesOf(cellOf(record, 'positions'), leftOut),
      descriptor,
    },
  ];
};

/** Source lists; null where a file has no column for sources. */
export const readSourceList: TextExportReader = (files) => {
  const leftOut = countLeftOut();
  const sources: ListedSource[] = [];
  for (const { text } of files) {
    const records = recordsUnderOne(text, [...heads.path, ...heads.name]);
    if (records === null) return null;
    sources.push(...records.flatMap((record) => listedOf(record, leftOut)));
  }
  leftOut.add('further-source', Math.max(0, sources.length - MAX_LISTED_SOURCES));
  return { articles: [], leftOut: leftOut.list(), sources: sources.slice(0, MAX_LISTED_SOURCES) };
};
