import { childElementsOf } from './children-of.ts';
import { isUnseen } from './element-style.ts';

/** The rows of a data table with their cells, and its captions. */
export type TableGrid = {
  readonly rows: readonly (readonly Element[])[];
  readonly captions: readonly Element[];
};

const childrenNamed = (parent: Element, ...names: readonly string[]): readonly Element[] =>
  [...childElementsOf(parent)].filter((child) => names.includes(child.localName) && !isUnseen(child));

const isLayout = (table: Element, rows: TableGrid['rows']): boolean =>
  ['presentation', 'none'].includes(table.getAttribute('role') ?? '') ||
  rows.every((cells) => cells.length < 2) ||
  table.querySelector('table') !== null ||
  (table.textContent ?? '').trim() === '';

/**
 * The grid of `table`, null for a layout table: one that says so, contains other tables, or has one column. The text of
 * such a table is ordinary text.
 */
export const readDataTable = (table: Element): TableGrid | null => {
  const sections = [table, ...childrenNamed(table, 'thead', 'tbody', 'tfoot')];
  const rows = sections
    .flatMap((section) => childrenNamed(section, 'tr'))
    .map((row) => childrenNamed(row, 'td', 'th'))
    .filter((cells) => cells.length > 0);
  return isLayout(table, rows) ? null : { rows, captions: childrenNamed(table, 'caption') };
};

/** How many columns or rows `cell` spans, within the limits of the article's schema. */
export const cellSpan = (cell: Element, name: 'colspan' | 'rowspan'): number =>
  Math.min(1000, Math.max(1, Number.parseInt(cell.getAttribute(name) ?? '1', 10) || 1));
