/**
 * The CSV that readwise.io exports: a line for each highlight, and the book or article that it is of in the same line.
 * It holds no text and no address.
 */
import { type Brought, type BroughtArticle, newBrought, newBroughtPassage } from '../brought.ts';
import { countLeftOut } from '../left-out.ts';
import { readEach } from './export-file.ts';
import { type CsvRecord, readCsvRecords } from './parse-csv.ts';
import { readInstant, readLines, readName, readTags, readUrl } from './values.ts';

const COLUMNS = ['highlight', 'book title', 'book author', 'highlighted at'];

const placeOf = (cell: CsvRecord): string | null => {
  const [type, at] = [cell('location type'), cell('location')];
  return at === '' ? null : `${type === '' ? 'location' : type} ${at}`.slice(0, 200);
};

const passageOf = (cell: CsvRecord, exact: string) =>
  newBroughtPassage(exact, {
    note: readLines(cell('note')),
    tags: readTags(cell('tags'), ','),
    place: placeOf(cell),
    at: readInstant(cell('highlighted at')),
  });

const aboutOf = (cell: CsvRecord): BroughtArticle =>
  newBrought(
    { title: readName(cell('book title')), byline: readName(cell('book author')), url: readUrl(cell('url')) },
    { tags: readTags(cell('document tags'), ',') },
  );

const readFile = (text: string): Brought | null => {
  const records = readCsvRecords(text, COLUMNS);
  if (records === null) return null;
  const leftOut = countLeftOut();
  const byBook = new Map<string, BroughtArticle>();
  for (const cell of records) {
    const exact = readLines(cell('highlight'));
    if (cell('color') !== '') leftOut.add('colour');
    if (exact === null) {
      leftOut.add('empty-highlight');
      continue;
    }
    const key = JSON.stringify([cell('book title'), cell('book author'), cell('amazon book id')]);
    const book = byBook.get(key) ?? aboutOf(cell);
    byBook.set(key, { ...book, passages: [...book.passages, passageOf(cell, exact)] });
  }
  return { articles: [...byBook.values()], leftOut: leftOut.list() };
};

/** Highlights of Readwise; null where a file is no such table. */
export const readReadwise = readEach(({ text }) => readFile(text));
