/** Sheets of whatever program as one article: each under its name as a table. */
import type { FoundMetadata } from '#domain/article/article.ts';
import type { BlockNode } from '#domain/article/body/body.ts';
import { foundRemarks } from '#domain/article/draft/import-remarks.ts';
import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { escapeHtml } from '#domain/text/escape-html.ts';
import { articleFromMarkup } from './article-from-markup.ts';
import type { SheetTable } from './table-of-rows.ts';

export type Sheet = {
  readonly name: string;
  readonly isHidden: boolean;
  /** Null for one that can't be read. */
  readonly table: SheetTable | null;
  /** What its text boxes say, as HTML. */
  readonly boxes: string;
};

/** The name of the sheet, its table and its text boxes below it; nothing of a sheet that is empty. */
const blocksOf = ({ name, table, boxes }: Sheet): readonly BlockNode[] => {
  const words = (table?.markup ?? '') + boxes;
  if (words === '') return [];
  const heading = name.trim() === '' ? '' : `<h2>${escapeHtml(name)}</h2>`;
  return articleFromMarkup(heading + words, {})?.body.content ?? [];
};

const sumOf = (sheets: readonly Sheet[], of: (table: SheetTable) => number): number =>
  sheets.reduce((sum, { table }) => sum + (table === null ? 0 : of(table)), 0);

/** What a workbook has that no cell holds. */
export type BesideCells = {
  readonly comments: number;
  /** Charts and pictures, of which nothing is read. */
  readonly unread: number;
};

/** The article of all `sheets`, in the order of their tabs; null where none holds anything. */
export const articleOfSheets = (
  sheets: readonly Sheet[],
  found: FoundMetadata,
  { comments, unread }: BesideCells,
): ParsedArticle | null => {
  const all = sheets.flatMap((sheet) =>
    blocksOf(sheet).map((block) => ({ block, isHidden: sheet.isHidden })),
  );
  if (all.length === 0) return null;
  const leftOut = all.flatMap(({ isHidden }, at) => (isHidden ? [at] : []));
  return {
    body: { type: 'doc', content: all.map(({ block }) => block) },
    leftOut: leftOut.length === all.length ? [] : leftOut,
    found,
    remarks: foundRemarks([
      { kind: 'hidden-parts', what: 'sheet', count: sheets.filter(({ isHidden }) => isHidden).length },
      { kind: 'hidden-words', count: sumOf(sheets, (table) => table.hiddenWords) },
      { kind: 'comments', count: comments },
      {
        kind: 'cut-short',
        what: 'rows',
        read: sumOf(sheets, (table) => table.rowsRead),
        of: sumOf(sheets, (table) => table.rows),
      },
      {
        kind: 'cut-short',
        what: 'columns',
        read: sumOf(sheets, (table) => table.columnsRead),
        of: sumOf(sheets, (table) => table.columns),
      },
      { kind: 'parts-unreadable', count: unread + sheets.filter(({ table }) => table === null).length },
    ]),
  };
};
