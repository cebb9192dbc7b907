/**
 * Lists of links without their texts: the CSV of Pocket and that of Instapaper. Such a link gives its tags, and what
 * was selected when it was kept, to an article that is here; without one there is nothing that could be kept.
 */
import { type Brought, type BroughtArticle, newBrought, newBroughtPassage } from '../brought.ts';
import { parseJson, readEach } from './export-file.ts';
import { type CsvRecord, readCsvRecords } from './parse-csv.ts';
import { readLines, readName, readTags, readUrl } from './values.ts';

/** A title that only repeats the address says nothing. */
const titleOf = (cell: CsvRecord): string | null => {
  const title = readName(cell('title'));
  return title === null || /^https?:\/\//iu.test(title) ? null : title;
};

const ofPocket = (cell: CsvRecord): BroughtArticle =>
  newBrought(
    { url: readUrl(cell('url')), title: titleOf(cell) },
    { tags: readTags(cell('tags'), /[|,]/u), state: cell('status') === 'archive' ? 'read' : 'unread' },
  );

/** Folders that Instapaper has by itself; the others are the analyst's. */
const OWN_FOLDERS: ReadonlySet<string> = new Set(['', 'unread', 'archive', 'starred']);

const ofInstapaper = (cell: CsvRecord): BroughtArticle => {
  const folder = cell('folder');
  const selected = readLines(cell('selection'));
  return newBrought(
    { url: readUrl(cell('url')), title: titleOf(cell) },
    {
      state: folder.toLowerCase() === 'archive' ? 'read' : 'unread',
      tags: [
        ...readTags(parseJson(cell('tags'))),
        ...(OWN_FOLDERS.has(folder.toLowerCase()) ? [] : readTags([folder])),
      ],
      passages: selected === null ? [] : [newBroughtPassage(selected)],
    },
  );
};

const linksOf = (
  text: string,
  columns: readonly string[],
  read: (cell: CsvRecord) => BroughtArticle,
): Brought | null => {
  const records = readCsvRecords(text, columns);
  return records === null ? null : { articles: records.map(read), leftOut: [] };
};

/** Links of Pocket; null where a file is no such table. */
export const readPocketCsv = readEach(({ text }) =>
  linksOf(text, ['title', 'url', 'time_added', 'tags'], ofPocket),
);

/** Links of Instapaper; null where a file is no such table. */
export const readInstapaper = readEach(({ text }) =>
  linksOf(text, ['url', 'title', 'selection', 'folder'], ofInstapaper),
);
