/** Sheets of OpenDocument: each under its name as a table of what its cells show, days as in ISO 8601. */
import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { escapeHtml } from '#domain/text/escape-html.ts';
import { articleOfSheets, type Sheet } from '../markup/article-of-sheets.ts';
import { MAX_ROWS, tableOfRows } from '../markup/table-of-rows.ts';
import { openOdf } from '../odt/open-odf.ts';
import { styleNamesWith } from '../odt/style-names.ts';
import { elementsNamed } from '../package/parse-xml.ts';
import { rowsOf } from './rows-of-table.ts';

/** Of the styles of sheets that are not shown. */
const notShown = { element: 'style:table-properties', attribute: 'table:display', value: 'false' };

/** Charts and pictures, each in a frame of its own. */
const countFrames = (content: Document): number =>
  elementsNamed(content, 'draw:frame').filter(
    (frame) => elementsNamed(frame, 'draw:object').length + elementsNamed(frame, 'draw:image').length > 0,
  ).length;

/** What its text boxes and shapes say, comments apart. */
const boxesOn = (sheet: Element): string =>
  elementsNamed(sheet, 'text:p')
    .filter(({ parentElement }) => parentElement?.tagName.startsWith('draw:') === true)
    .map(({ textContent }) => (textContent ?? '').trim())
    .filter((words) => words !== '')
    .map((words) => `<p>${escapeHtml(words)}</p>`)
    .join('');

/** A spreadsheet (.ods); null where no sheet holds anything. Throws a DocumentError where it can't be read. */
export const parseOds = (bytes: Uint8Array): ParsedArticle | null => {
  const { content, styled, found } = openOdf(bytes);
  const [book] = elementsNamed(content, 'office:spreadsheet');
  const hidden = styleNamesWith(styled, notShown);
  let rowsLeft = MAX_ROWS;
  const sheets: Sheet[] = [...(book?.children ?? [])]
    .filter(({ tagName }) => tagName === 'table:table')
    .map((sheet) => {
      const table = tableOfRows(rowsOf(sheet, rowsLeft), rowsLeft);
      rowsLeft -= table.rowsRead;
      return {
        name: sheet.getAttribute('table:name') ?? '',
        isHidden: hidden.has(sheet.getAttribute('table:style-name') ?? ''),
        table,
        boxes: boxesOn(sheet),
      };
    });
  return articleOfSheets(sheets, found, {
    comments: elementsNamed(content, 'office:annotation').length,
    unread: countFrames(content),
  });
};
