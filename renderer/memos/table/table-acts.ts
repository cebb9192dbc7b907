/** Acts on the table at the caret, each as one step of the editor's own undo. */
import type { ChainedCommands, Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Selection, type Transaction } from '@tiptap/pm/state';
import {
  isInTable,
  moveTableColumn,
  moveTableRow,
  selectedRect,
  TableMap,
  type TableRect,
} from '@tiptap/pm/tables';
import type { CommandId } from '#domain/command/command-table.ts';
import { sortWords } from '#domain/memo/content/sort-words.ts';
import type { CellAlign, TableAttrs } from '#domain/memo/memo-content.ts';
import { sayHint } from '#renderer/window/notices.ts';
import { beginStep } from '../state/editor-acts.ts';
import { insertShare, moveShare, removeShares, roundShares, sharesOf, widenShare } from './column-shares.ts';

type TableCommandId = Exclude<
  Extract<CommandId, `table.${string}`>,
  'table.insert' | 'table.caption' | 'table.borders'
>;

/** Whether a row is a heading row: only rows of one kind are swapped, so that headings stay on top. */
const isHeadingRow = ({ table }: TableRect, row: number): boolean => {
  let isHeading = true;
  table.child(row).forEach((cell) => {
    if (cell.type.name !== 'tableHeader') isHeading = false;
  });
  return isHeading;
};

type Move = { readonly from: number; readonly to: number };

const rowMove = (rect: TableRect, by: -1 | 1): Move | null => {
  const [from, to] = [rect.top, rect.top + by];
  const isThere = rect.bottom === from + 1 && to >= 0 && to < rect.map.height;
  return isThere && isHeadingRow(rect, from) === isHeadingRow(rect, to) ? { from, to } : null;
};

const columnMove = (rect: TableRect, by: -1 | 1): Move | null => {
  const [from, to] = [rect.left, rect.left + by];
  return rect.right === from + 1 && to >= 0 && to < rect.map.width ? { from, to } : null;
};

type Axis = 'row' | 'column';

const moveOf = (state: EditorState, axis: Axis, by: -1 | 1): Move | null => {
  if (!isInTable(state)) return null;
  const rect = selectedRect(state);
  return axis === 'row' ? rowMove(rect, by) : columnMove(rect, by);
};

/** Moves the row or the column of the caret, with the caret. */
const moveAlong = (editor: Editor, axis: Axis, by: -1 | 1): boolean => {
  const move = moveOf(editor.state, axis, by);
  if (move === null) return false;
  const rect = selectedRect(editor.state);
  const { top, left, tableStart } = rect;
  const [row, column] = axis === 'row' ? [move.to, left] : [top, move.to];
  return beginStep(editor)
    .focus()
    .command(({ state, dispatch }) =>
      (axis === 'row' ? moveTableRow : moveTableColumn)({ ...move, select: false })(state, dispatch),
    )
    .command(keepWidths((shares) => (axis === 'row' ? shares : moveShare(shares, move.from, move.to)), rect))
    .command(({ tr }) => {
      const table = tr.doc.nodeAt(tableStart - 1);
      if (table === null) return false;
      const cell = TableMap.get(table).positionAt(row, column, table);
      tr.setSelection(Selection.near(tr.doc.resolve(tableStart + cell + 1)));
      return true;
    })
    .run();
};

/** Sets the alignment of the selected columns, in each of their cells; null for the default. */
const alignColumns =
  (align: CellAlign | null) =>
  (editor: Editor): boolean =>
    beginStep(editor)
      .focus()
      .command(({ tr, state }) => {
        if (!isInTable(state)) return false;
        const { left, right, map, table, tableStart } = selectedRect(state);
        for (const at of map.cellsInRect({ left, right, top: 0, bottom: map.height })) {
          const cell = table.nodeAt(at);
          if (cell !== null) tr.setNodeAttribute(tableStart + at, 'align', align);
        }
        return true;
      })
      .run();

const STEP = 1.25;

/** The current shares of the columns, in hundredths. */
const sharesIn = ({ table, map }: TableRect): readonly number[] =>
  sharesOf((table.attrs as TableAttrs).widths, map.width);

/** Makes the column of the caret wider or narrower by a quarter; the others share the rest. */
const widenColumn =
  (by: number) =>
  (editor: Editor): boolean =>
    beginStep(editor)
      .focus()
      .command(({ tr, state }) => {
        if (!isInTable(state)) return false;
        const rect = selectedRect(state);
        const shares = sharesIn(rect);
        const widened = widenShare(shares, rect.left, by);
        if (widened === shares) return false;
        tr.setNodeAttribute(rect.tableStart - 1, 'widths', roundShares(widened));
        return true;
      })
      .run();

/** Adjusts widths set by hand when columns are added, removed or moved. */
const keepWidths =
  (of: (shares: readonly number[], rect: TableRect) => readonly number[], rect: TableRect) =>
  ({ tr }: { readonly tr: Transaction }): boolean => {
    const at = rect.tableStart - 1;
    const isSet = (rect.table.attrs as TableAttrs).widths?.length === rect.map.width;
    const table = tr.doc.nodeAt(at);
    if (!isSet || table?.type.name !== 'table') return true;
    const widths = of(sharesIn(rect), rect);
    // A refused act has changed no column.
    if (TableMap.get(table).width === widths.length) tr.setNodeAttribute(at, 'widths', roundShares(widths));
    return true;
  };

/** An act that adds or removes columns: set widths stay with the other columns. */
const onColumns =
  (
    change: (chain: ChainedCommands) => ChainedCommands,
    of: (shares: readonly number[], rect: TableRect) => readonly number[],
  ) =>
  (editor: Editor): boolean => {
    if (!isInTable(editor.state)) return false;
    const rect = selectedRect(editor.state);
    return change(beginStep(editor).focus()).command(keepWidths(of, rect)).run();
  };

const forgetWidths = (editor: Editor): boolean =>
  beginStep(editor)
    .focus()
    .command(({ tr, state }) => {
      if (!isInTable(state)) return false;
      tr.setNodeAttribute(selectedRect(state).tableStart - 1, 'widths', undefined);
      return true;
    })
    .run();

/** Rows with cells that span several rows can't be swapped. */
const hasSpans = (table: Node): boolean => {
  let found = false;
  table.descendants((node) => {
    if (Number(node.attrs.rowspan ?? 1) > 1) found = true;
    return node.type.name === 'tableRow';
  });
  return found;
};

/** Sorts the rows below the headings by the column of the caret. */
const sortRows =
  (language: () => string, isDescending: boolean) =>
  (editor: Editor): boolean =>
    beginStep(editor)
      .focus()
      .command(({ tr, state }) => {
        if (!isInTable(state)) return false;
        const rect = selectedRect(state);
        const { table, map, left, tableStart } = rect;
        if (hasSpans(table)) {
          sayHint('Split the cells that span rows first');
          return false;
        }
        const rows = table.children;
        const first = rows.findIndex((_, row) => !isHeadingRow(rect, row));
        if (first === -1) return false;
        const wordsAt = (row: number): string =>
          table.nodeAt(map.map[row * map.width + left] ?? 0)?.textContent ?? '';
        const body = rows.slice(first);
        const order = sortWords(
          body.map((_, at) => wordsAt(first + at)),
          language(),
          isDescending,
        );
        const sorted = order.flatMap((at) => body[at] ?? []);
        const start = tableStart + rows.slice(0, first).reduce((size, row) => size + row.nodeSize, 0);
        tr.replaceWith(start, tableStart + table.content.size, sorted);
        tr.setSelection(Selection.near(tr.doc.resolve(start + 2)));
        return true;
      })
      .run();

const chained =
  (change: (chain: ChainedCommands) => ChainedCommands) =>
  (editor: Editor): boolean =>
    change(beginStep(editor).focus()).run();

/** An act that says what it needs where it can do nothing. */
const orHint =
  (hint: string, change: (chain: ChainedCommands) => ChainedCommands) =>
  (editor: Editor): boolean => {
    const isDone = chained(change)(editor);
    if (!isDone) sayHint(hint);
    return isDone;
  };

/** Every act on a table of a memo in that language, by command. Each returns whether it did something. */
export const tableActsIn = (
  language: () => string,
): Readonly<Record<TableCommandId, (editor: Editor) => boolean>> => ({
  ...tableActs,
  'table.sort-up': sortRows(language, false),
  'table.sort-down': sortRows(language, true),
});

export const tableActs: Readonly<
  Record<Exclude<TableCommandId, `table.sort-${string}`>, (editor: Editor) => boolean>
> = {
  'table.row-above': chained((chain) => chain.addRowBefore()),
  'table.row-below': chained((chain) => chain.addRowAfter()),
  'table.column-before': onColumns(
    (chain) => chain.addColumnBefore(),
    (shares, { left }) => insertShare(shares, left),
  ),
  'table.column-after': onColumns(
    (chain) => chain.addColumnAfter(),
    (shares, { right }) => insertShare(shares, right),
  ),
  'table.row-up': (editor) => moveAlong(editor, 'row', -1),
  'table.row-down': (editor) => moveAlong(editor, 'row', 1),
  'table.column-left': (editor) => moveAlong(editor, 'column', -1),
  'table.column-right': (editor) => moveAlong(editor, 'column', 1),
  'table.merge': orHint('Select the cells to merge first', (chain) => chain.mergeCells()),
  'table.split': orHint('Only a merged cell can be split', (chain) => chain.splitCell()),
  'table.align-usual': alignColumns(null),
  'table.align-start': alignColumns('start'),
  'table.align-centre': alignColumns('centre'),
  'table.align-end': alignColumns('end'),
  'table.align-decimal': alignColumns('decimal'),
  'table.widen': widenColumn(STEP),
  'table.narrow': widenColumn(1 / STEP),
  'table.widths-usual': forgetWidths,
  'table.header-row': chained((chain) => chain.toggleHeaderRow()),
  'table.delete-row': chained((chain) => chain.deleteRow()),
  'table.delete-column': onColumns(
    (chain) => chain.deleteColumn(),
    (shares, { left, right }) => removeShares(shares, left, right),
  ),
  'table.delete': chained((chain) => chain.deleteTable()),
};

/** Whether the caret is in a table. */
export const isTableAt = ({ editor }: { readonly editor: Editor }): boolean => isInTable(editor.state);
