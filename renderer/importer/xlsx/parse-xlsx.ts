/** Workbooks of Excel: each sheet with its name, as a table of its last calculated values. */
import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import {
  articleOfSheets,
  countWords,
  MAX_ROWS,
  type Row,
  type Rows,
  type Sheet,
  type SheetTable,
  tableOfRows,
} from '../markup/article-of-sheets.ts';
import { foundInDublinCore } from '../package/document-properties.ts';
import { openPackage, type Package } from '../package/open-package.ts';
import { readRelationships, relatedId, requireXmlPart, xmlPart } from '../package/package-parts.ts';
import { localNamed } from '../package/parse-xml.ts';
import { textBoxMarkup } from '../pptx/slide-markup.ts';

const WORKBOOK = 'xl/workbook.xml';
const WANTED =
  /^(?:docProps\/core\.xml|xl\/(?:_rels\/)?(?:workbook|sharedStrings|styles)\.xml(?:\.rels)?|xl\/(?:worksheets|drawings)\/[^/]+\.xml|xl\/worksheets\/_rels\/[^/]+\.rels|xl\/(?:comments[^/]*|threadedComments\/[^/]+)\.xml)$/;
const COMMENTS = /^xl\/comments/;

/** The cells of an Excel sheet. The size stated in the file is ignored. */

/** How a sheet's numbers are displayed: plain, as percentages, as dates and times, or as durations. */

type NumberKind = 'number' | 'percent' | 'date' | 'duration';

/** ECMA-376 part 1, 18.8.30: built-in formats, which files don't define. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
const isBuiltInPercent = (id: number): boolean => id === 9 || id === 10;
/** `[h]:mm:ss` */
const BUILT_IN_DURATION = 46;

/** A format code without its literal parts: quoted words, escaped letters, colours and currencies. */
const bareCode = (code: string): string =>
  code
    .split(';', 1)[0]
    ?.replace(/"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]/giu, '')
    .toLowerCase() ?? '';

const kindOfCode = (code: string): NumberKind => {
  const bare = bareCode(code);
  // Hours beyond a day, or minutes beyond an hour, make it a duration.
  if (/\[(?:h+|m+|s+)\]/u.test(bare)) return 'duration';
  if (/[ymdhs]/u.test(bare.replace('general', ''))) return 'date';
  return bare.includes('%') ? 'percent' : 'number';
};

const kindOfId = (id: number): NumberKind => {
  if (id === BUILT_IN_DURATION) return 'duration';
  if (isBuiltInDate(id)) return 'date';
  return isBuiltInPercent(id) ? 'percent' : 'number';
};

/** The display of each cell style, by its index in the list that cells refer to. */
const readNumberKinds = (styles: Document | null): readonly NumberKind[] => {
  if (styles === null) return [];
  const codes = new Map(
    localNamed(styles, 'numFmt').map((each) => [
      Number(each.getAttribute('numFmtId')),
      each.getAttribute('formatCode') ?? '',
    ]),
  );
  const [formats] = localNamed(styles, 'cellXfs');
  return [...(formats?.children ?? [])].map((format) => {
    const id = Number(format.getAttribute('numFmtId') ?? 0);
    const code = codes.get(id);
    return code === undefined ? kindOfId(id) : kindOfCode(code);
  });
};

const DAY_MS = 86_400_000;
/** Day 0 of the two date systems: 1900 with a nonexistent 29 February, and 1904. */
const EPOCHS_MS = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const;
type Epoch = keyof typeof EPOCHS_MS;
/** The nonexistent 29 February 1900. Days before it are off by one. */
const NO_DAY = 60;

const startMs = (serial: number, epoch: Epoch): number =>
  EPOCHS_MS[epoch] + (epoch === 1900 && serial < NO_DAY ? DAY_MS : 0);

/** A date, a time, or both, in ISO 8601; null if invalid. */
const printDate = (serial: number, epoch: Epoch): string | null => {
  if (epoch === 1900 && Math.floor(serial) === NO_DAY) return null;
  const date = new Date(startMs(serial, epoch) + Math.round((serial * DAY_MS) / 1000) * 1000);
  if (serial < 0 || Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999) return null;
  const [day = '', time = ''] = date.toISOString().slice(0, 19).split('T');
  const clock = time.replace(/:00$/u, '');
  if (serial < 1) return clock;
  return Number.isInteger(serial) ? day : `${day} ${clock}`;
};

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Hours and minutes, and seconds if there are any: "26:30". */
const printDuration = (days: number): string => {
  const seconds = Math.round((Math.abs(days) * DAY_MS) / 1000);
  const clock = `${Math.floor(seconds / 3600)}:${twoDigits(Math.floor(seconds / 60) % 60)}`;
  return `${days < 0 ? '-' : ''}${clock}${seconds % 60 === 0 ? '' : `:${twoDigits(seconds % 60)}`}`;
};

/** A number without binary rounding errors. */
const printNumber = (value: number): string => String(Number(value.toPrecision(15)));

/** The number `raw` of a cell as displayed; as in the file if it can't be printed so. */
const printCellNumber = (raw: string, kind: NumberKind, epoch: Epoch): string => {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  if (kind === 'date') return printDate(value, epoch) ?? raw;
  if (kind === 'duration') return printDuration(value);
  return kind === 'percent' ? `${printNumber(value * 100)} %` : printNumber(value);
};

/** Shared by all sheets of a workbook. */
type Workbook = {
  readonly strings: readonly string[];
  readonly kinds: readonly NumberKind[];
  readonly epoch: 1900 | 1904;
};

/** The words of a shared or an inline string, without phonetic readings. */
const stringText = (item: Element): string =>
  localNamed(item, 't')
    .filter(({ parentElement }) => parentElement?.localName !== 'rPh')
    .map(({ textContent }) => textContent ?? '')
    .join('')
    // The format's escape for characters that XML does not allow.
    .replace(/_x([\dA-F]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/gu, '\n');

const childText = (cell: Element, name: string): string =>
  [...cell.children].find(({ localName }) => localName === name)?.textContent ?? '';

const cellText = (cell: Element, { strings, kinds, epoch }: Workbook): string => {
  const type = cell.getAttribute('t') ?? 'n';
  if (type === 'inlineStr') return stringText(cell);
  const value = childText(cell, 'v').trim();
  // An empty cell may have a type: it is neither the first shared string nor false.
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

/** The number of a column from its letters, "A" is 1; 0 if invalid. */
const columnOf = (place: string): number => {
  const letters = /^([A-Z]{1,3})\d/u.exec(place)?.[1] ?? '';
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
};

const isOn = (element: Element, name: string): boolean =>
  /^(?:1|true)$/u.test(element.getAttribute(name) ?? '');

/** Whether a column is hidden, from the ranges in the sheet. */
const hiddenColumns = (sheet: Document): ((column: number) => boolean) => {
  const ranges = localNamed(sheet, 'col')
    .filter((col) => isOn(col, 'hidden'))
    .map((col) => [Number(col.getAttribute('min')), Number(col.getAttribute('max'))] as const);
  return (column) => ranges.some(([from, to]) => from <= column && column <= to);
};

type PlacedText = { readonly column: number; readonly text: string };

/** The non-empty cells of a row. One without a reference follows the previous one. */
const cellsOf = (row: Element, workbook: Workbook): readonly PlacedText[] => {
  let last = 0;
  return [...row.children].flatMap((cell) => {
    last = columnOf(cell.getAttribute('r') ?? '') || last + 1;
    const text = cellText(cell, workbook).trim();
    return text === '' ? [] : [{ column: last, text }];
  });
};

/** The non-empty rows, without hidden cells. */
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

/** The table of a sheet, limited to its first rows and columns. */
const sheetTable = (sheet: Document, workbook: Workbook, maxRows: number): SheetTable =>
  tableOfRows(readRows(sheet, workbook), maxRows);

const readWorkbook = (document: Package, xml: Document): Workbook => {
  const strings = xmlPart(document, 'xl/sharedStrings.xml');
  const is1904 = localNamed(xml, 'workbookPr').some((each) =>
    /^(?:1|true)$/.test(each.getAttribute('date1904') ?? ''),
  );
  return {
    strings: strings === null ? [] : localNamed(strings, 'si').map(stringText),
    kinds: readNumberKinds(xmlPart(document, 'xl/styles.xml')),
    epoch: is1904 ? 1904 : 1900,
  };
};

/** The words of the text boxes on the sheet `name`. */
const boxesOn = (document: Package, name: string): string =>
  [...readRelationships(document, name).values()]
    .filter(({ type }) => type === 'drawing')
    .flatMap(({ part }) => xmlPart(document, part) ?? [])
    .map(textBoxMarkup)
    .join('');

/** The part of a sheet, or null if it can't be read. */
const readSheet = (document: Package, part: string | null, workbook: Workbook, maxRows: number) => {
  const xml = part === null ? null : xmlPart(document, part);
  if (part === null || xml === null) return { table: null, boxes: '' };
  return { table: sheetTable(xml, workbook, maxRows), boxes: boxesOn(document, part) };
};

/** The sheets in the order of their tabs. The total number of rows is limited. */
const readSheets = (document: Package): readonly Sheet[] => {
  const xml = requireXmlPart(document, WORKBOOK);
  const workbook = readWorkbook(document, xml);
  const relationships = readRelationships(document, WORKBOOK);
  const sheets: Sheet[] = [];
  let rowsLeft = MAX_ROWS;
  for (const each of localNamed(xml, 'sheet')) {
    const part = relationships.get(relatedId(each) ?? '');
    // A chart is reported for its own part.
    if (part?.type === 'chartsheet') continue;
    const name = each.getAttribute('name') ?? '';
    const isHidden = /hidden/i.test(each.getAttribute('state') ?? '');
    const read = readSheet(document, part?.type === 'worksheet' ? part.part : null, workbook, rowsLeft);
    rowsLeft -= read.table?.rowsRead ?? 0;
    sheets.push({ name, isHidden, ...read });
  }
  return sheets;
};

const countComments = (document: Package): number =>
  document.names
    .filter((name) => COMMENTS.test(name))
    .flatMap((name) => xmlPart(document, name) ?? [])
    .reduce((sum, xml) => sum + localNamed(xml, 'comment').length, 0);

/** Charts, including those that are a sheet of their own, and pictures. */
const DRAWN = /^xl\/(?:charts\/chart[^/]*\.xml|media\/[^/]+)$/;

/** A workbook (.xlsx); null if all sheets are empty. Throws a DocumentError if it can't be read. */
export const parseXlsx = (bytes: Uint8Array): ParsedArticle | null => {
  const document = openPackage(bytes, (name) => WANTED.test(name));
  return articleOfSheets(readSheets(document), foundInDublinCore(xmlPart(document, 'docProps/core.xml')), {
    comments: countComments(document),
    unread: document.names.filter((name) => DRAWN.test(name)).length,
  });
};
