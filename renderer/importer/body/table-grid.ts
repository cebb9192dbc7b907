import { childElementsOf } from './children-of.ts';
import { isUnseen } from './element-style.ts';

/** The rows of a table of data with their cells, and its captions. */
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
 * The grid of `table`, null where the table only lays out a page: it says so, it holds other tables, or it has one
 * column. The text of such a table is text like any other.
 */
export const readDataTable = (table: Element): TableGrid | null => {
  const sections = [table, ...childrenNamed(table, 'thead', 'tbody', 'tfoot')];
  const rows = sections
    .flatMap((section) => childrenNamed(section, 'tr'))
    .map((row) => childrenNamed(row, 'td', 'th'))
    .filter((cells) => cells.length > 0);
  return isLayout(table, rows) ? null : { rows, captions: childrenNamed(table, 'caption') };
};

/** How many columns or rows `cell` covers, within what the article's schema allows. */
export const cellSpan = (cell: Element, name: 'colspan' | 'rowspan'): number =>
  Math.min(1000, Math.max(1, Number.parseInt(cell.getAttribute(name) ?? '1', 10) || 1));
