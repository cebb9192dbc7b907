/** Workbooks of Excel: each sheet under its name as a table of the values that were last reckoned. */
import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { articleOfSheets, type Sheet } from '../markup/article-of-sheets.ts';
import { MAX_ROWS } from '../markup/table-of-rows.ts';
import { foundInDublinCore } from '../package/document-properties.ts';
import { openPackage, type Package } from '../package/open-package.ts';
import { localNamed } from '../package/parse-xml.ts';
import { readRelationships, relatedId } from '../package/relationships.ts';
import { requireXmlPart, xmlPart } from '../package/xml-part.ts';
import { textBoxMarkup } from '../pptx/slide-markup.ts';
import { readNumberKinds } from './number-formats.ts';
import { sheetTable, stringText, type Workbook } from './sheet-table.ts';

const WORKBOOK = 'xl/workbook.xml';
const WANTED =
  /^(?:docProps\/core\.xml|xl\/(?:_rels\/)?(?:workbook|sharedStrings|styles)\.xml(?:\.rels)?|xl\/(?:worksheets|drawings)\/[^/]+\.xml|xl\/worksheets\/_rels\/[^/]+\.rels|xl\/(?:comments[^/]*|threadedComments\/[^/]+)\.xml)$/;
const COMMENTS = /^xl\/comments/;

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

/** What the text boxes on the sheet `name` say. */
const boxesOn = (document: Package, name: string): string =>
  [...readRelationships(document, name).values()]
    .filter(({ type }) => type === 'drawing')
    .flatMap(({ part }) => xmlPart(document, part) ?? [])
    .map(textBoxMarkup)
    .join('');

/** The part of a sheet, or null where it is none that can be read. */
const readSheet = (document: Package, part: string | null, workbook: Workbook, maxRows: number) => {
  const xml = part === null ? null : xmlPart(document, part);
  if (part === null || xml === null) return { table: null, boxes: '' };
  return { table: sheetTable(xml, workbook, maxRows), boxes: boxesOn(document, part) };
};

/** The sheets in the order of their tabs. The rows of all together are bounded. */
const readSheets = (document: Package): readonly Sheet[] => {
  const xml = requireXmlPart(document, WORKBOOK);
  const workbook = readWorkbook(document, xml);
  const relationships = readRelationships(document, WORKBOOK);
  const sheets: Sheet[] = [];
  let rowsLeft = MAX_ROWS;
  for (const each of localNamed(xml, 'sheet')) {
    const part = relationships.get(relatedId(each) ?? '');
    // A chart is told of by its own part.
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

/** Charts, also those that are a sheet of their own, and pictures. */
const DRAWN = /^xl\/(?:charts\/chart[^/]*\.xml|media\/[^/]+)$/;

/** A workbook (.xlsx); null where no sheet holds anything. Throws a DocumentError where it can't be read. */
export const parseXlsx = (bytes: Uint8Array): ParsedArticle | null => {
  const document = openPackage(bytes, (name) => WANTED.test(name));
  return articleOfSheets(readSheets(document), foundInDublinCore(xmlPart(document, 'docProps/core.xml')), {
    comments: countComments(document),
    unread: document.names.filter((name) => DRAWN.test(name)).length,
  });
};
