/** Moving over the cells of a board. Columns are counted from -1: the evidence itself, then the hypotheses. */
import type { EvidenceId, HypothesisId, PassageId } from '#domain/ids.ts';
import type { SoughtCell } from '#renderer/window/sought-cell.ts';

export type BoardPlace = { readonly row: number; readonly column: number };
export type BoardSize = { readonly rows: number; readonly columns: number };

const PAGE = 8;

const moves: Readonly<Record<string, (place: BoardPlace, size: BoardSize) => BoardPlace>> = {
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  PageUp: ({ row, column }) => ({ row: row - PAGE, column }),
  PageDown: ({ row, column }) => ({ row: row + PAGE, column }),
  Home: ({ row }) => ({ row, column: -1 }),
  End: ({ row }, { columns }) => ({ row, column: columns - 1 }),
};

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));

/** The nearest place to `place` within the board. */
export const withinBoard = ({ row, column }: BoardPlace, { rows, columns }: BoardSize): BoardPlace => ({
  row: clamp(row, 0, Math.max(0, rows - 1)),
  column: clamp(column, -1, columns - 1),
});

/** Where a key moves to; null if it is not a movement key. */
export const pressBoardKey = (key: string, place: BoardPlace, size: BoardSize): BoardPlace | null => {
  const move = moves[key];
  return move === undefined ? null : withinBoard(move(place, size), size);
};

/** The next cell, row by row; the last if there is none. */
export const nextCell = ({ row, column }: BoardPlace, size: BoardSize): BoardPlace => {
  if (column < size.columns - 1) return { row, column: column + 1 };
  return row < size.rows - 1 ? { row: row + 1, column: 0 } : { row, column };
};

/** The next cell for which `isMeant` is true, wrapping around at the end; null if there is none. */
export const findCell = (
  from: BoardPlace,
  { rows, columns }: BoardSize,
  isMeant: (place: BoardPlace) => boolean,
): BoardPlace | null => {
  const count = rows * columns;
  const start = from.row * columns + from.column;
  for (let by = 1; by <= count; by++) {
    const at = (start + by) % count;
    const place = { row: Math.floor(at / columns), column: at % columns };
    if (isMeant(place)) return place;
  }
  return null;
};

type Rows = readonly { readonly id: EvidenceId; readonly passageId: PassageId }[];

/** Where a requested row or cell is, as sorted; null if it is not on the board. */
export const placeOfSought = (
  { evidenceId, passageId, hypothesisId }: SoughtCell,
  rows: Rows,
  hypotheses: readonly { readonly id: HypothesisId }[],
): BoardPlace | null => {
  const row = rows.findIndex((each) => each.id === evidenceId || each.passageId === passageId);
  if (row === -1) return null;
  return {
    row,
    column: Math.max(
      0,
      hypotheses.findIndex(({ id }) => id === hypothesisId),
    ),
  };
};
