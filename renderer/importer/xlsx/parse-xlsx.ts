/** Workbooks of Excel: each sheet under its name as a table of the values that were last reckoned. */
import type { BlockNode } from '#domain/article/body/body.ts';
import { foundRemarks } from '#domain/article/draft/import-remarks.ts';
import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { escapeHtml } from '#domain/text/escape-html.ts';
import { articleFromMarkup } from '../markup/article-from-markup.ts';
import { foundInDublinCore } from '../package/document-properties.ts';
import { openPackage, type Package } from '../package/open-package.ts';
import { localNamed } from '../package/parse-xml.ts';
import { readRelationships, relatedId } from '../package/relationships.ts';
import { requireXmlPart, xmlPart } from '../package/xml-part.ts';
import { readNumberKinds } from './number-formats.ts';
import { MAX_ROWS, type SheetTable, sheetTable, stringText, type Workbook } from './sheet-table.ts';

const WORKBOOK = 'xl/workbook.xml';
const WANTED =
  /^(?:docProps\/core\.xml|xl\/(?:_rels\/)?(?:workbook|sharedStrings|styles)\.xml(?:\.rels)?|xl\/worksheets\/[^/]+\.xml|xl\/(?:comments[^/]*|threadedComments\/[^/]+)\.xml)$/;
const COMMENTS = /^xl\/comments/;

type Sheet = { readonly name: string; readonly isHidden: boolean; readonly table: SheetTable | null };

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

/** The sheets in the order of their tabs. The rows of all together are bounded. */
const readSheets = (document: Package): readonly Sheet[] => {
  const xml = requireXmlPart(document, WORKBOOK);
  const workbook = readWorkbook(document, xml);
  const relationships = readRelationships(document, WORKBOOK);
  let rowsLeft = MAX_ROWS;
  return localNamed(xml, 'sheet').map((each) => {
    const part = relationships.get(relatedId(each) ?? '');
    const sheet = part?.type === 'worksheet' ? xmlPart(document, part.part) : null;
    const table = sheet === null ? null : sheetTable(sheet, workbook, rowsLeft);
    rowsLeft -= table?.rowsRead ?? 0;
    const isHidden = /hidden/i.test(each.getAttribute('state') ?? '');
    return { name: each.getAttribute('name') ?? '', isHidden, table };
  });
};

/** The name of the sheet, and its table below it; nothing of a sheet that is empty. */
const blocksOf = ({ name, table }: Sheet): readonly BlockNode[] => {
  if (table === null || table.markup === '') return [];
  const heading = name.trim() === '' ? '' : `<h2>${escapeHtml(name)}</h2>`;
  return articleFromMarkup(heading + table.markup, {})?.body.content ?? [];
};

const sumOf = (sheets: readonly Sheet[], of: (table: SheetTable) => number): number =>
  sheets.reduce((sum, { table }) => sum + (table === null ? 0 : of(table)), 0);

const countComments = (document: Package): number =>
  document.names
    .filter((name) => COMMENTS.test(name))
    .flatMap((name) => xmlPart(document, name) ?? [])
    .reduce((sum, xml) => sum + localNamed(xml, 'comment').length, 0);

/** A workbook (.xlsx); null where no sheet holds anything. Throws a DocumentError where it can't be read. */
export const parseXlsx = (bytes: Uint8Array): ParsedArticle | null => {
  const document = openPackage(bytes, (name) => WANTED.test(name));
  const sheets = readSheets(document);
  const all = sheets.flatMap((sheet) =>
    blocksOf(sheet).map((block) => ({ block, isHidden: sheet.isHidden })),
  );
  if (all.length === 0) return null;
  const leftOut = all.flatMap(({ isHidden }, at) => (isHidden ? [at] : []));
  const rows = sumOf(sheets, (table) => table.rows);
  return {
    body: { type: 'doc', content: all.map(({ block }) => block) },
    leftOut: leftOut.length === all.length ? [] : leftOut,
    found: foundInDublinCore(xmlPart(document, 'docProps/core.xml')),
    remarks: foundRemarks([
      { kind: 'hidden-parts', what: 'sheet', count: sheets.filter(({ isHidden }) => isHidden).length },
      { kind: 'hidden-words', count: sumOf(sheets, (table) => table.hiddenWords) },
      { kind: 'comments', count: countComments(document) },
      { kind: 'cut-short', what: 'rows', read: sumOf(sheets, (table) => table.rowsRead), of: rows },
      {
        kind: 'cut-short',
        what: 'columns',
        read: sumOf(sheets, (table) => table.columnsRead),
        of: sumOf(sheets, (table) => table.columns),
      },
    ]),
  };
};
