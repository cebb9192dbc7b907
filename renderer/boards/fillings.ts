/** Cells filled a moment ago: shown at once, before the archive has answered. */
import { useEffect, useMemo } from 'react';
import { create } from 'zustand';
import type { Expectation } from '#domain/board/board.ts';
import type { BoardCell, BoardRow, OpenBoard } from '#domain/board/open-board.ts';
import type { EvidenceId, HypothesisId } from '#domain/ids.ts';

export type Filling = {
  readonly id: string;
  readonly evidenceId: EvidenceId;
  readonly hypothesisId: HypothesisId;
  /** Null if the cell was cleared. */
  readonly expected: Expectation | null;
  /** When it was written; null as long as the archive has not answered. */
  readonly writtenAt: string | null;
  /** How often the board was read since. */
  readonly reads: number;
};

/** After so many milliseconds the board is shown as read, whatever happened to a cell meanwhile. */
const MOST_SHOWN_MS = 3000;

/** The first reading after the answer may have begun before it; the second has not. */
const MOST_READS = 2;

const useFillings = create<{ readonly fillings: readonly Filling[] }>(() => ({ fillings: [] }));

type Written = { readonly ok: true; readonly value: string } | { readonly ok: false };

const change = (id: string, to: (filling: Filling) => readonly Filling[]): void =>
  useFillings.setState(({ fillings }) => ({
    fillings: fillings.flatMap((each) => (each.id === id ? to(each) : [each])),
  }));

/** Shows a cell as filled until `written` is answered and the board has been read again. */
export const showFilling = (
  filled: Pick<Filling, 'evidenceId' | 'hypothesisId' | 'expected'>,
  written: Promise<Written>,
): void => {
  const id = crypto.randomUUID();
  const filling = { ...filled, id, writtenAt: null, reads: 0 };
  useFillings.setState(({ fillings }) => ({ fillings: [...fillings, filling] }));
  const drop = (): void => change(id, () => []);
  void written.then((answer) => {
    if (!answer.ok) return drop();
    change(id, (each) => [{ ...each, writtenAt: answer.value }]);
    setTimeout(drop, MOST_SHOWN_MS);
  }, drop);
};

type ReadCell = Pick<BoardCell, 'updatedAt'> | undefined;

/** Whether the board was read with the filling, or with what came after it. */
const isRead = ({ writtenAt }: Filling, own: ReadCell): boolean =>
  writtenAt !== null && own !== undefined && own.updatedAt >= writtenAt;

const ownOf = ({ me, rows }: OpenBoard, { evidenceId, hypothesisId }: Filling): ReadCell =>
  rows
    .find(({ id }) => id === evidenceId)
    ?.cells.find((cell) => cell.analyst === me && cell.hypothesisId === hypothesisId);

/** The fillings that are still to be shown once the board was read. */
export const afterReading = (open: OpenBoard, fillings: readonly Filling[]): readonly Filling[] =>
  fillings.flatMap((filling) => {
    if (filling.writtenAt === null) return [filling];
    const reads = filling.reads + 1;
    return isRead(filling, ownOf(open, filling)) || reads >= MOST_READS ? [] : [{ ...filling, reads }];
  });

/** The cells of a row with one fresh filling. */
const layOnCells = (
  { board, me }: OpenBoard,
  cells: BoardRow['cells'],
  { hypothesisId, expected }: Filling,
): BoardRow['cells'] => {
  const own = cells.find((cell) => cell.analyst === me && cell.hypothesisId === hypothesisId);
  const others = cells.filter((cell) => cell !== own);
  if (expected === null) return own === undefined ? cells : others;
  const empty = { hypothesisId, analyst: me, reason: '', updatedAt: board.updatedAt };
  return [...others, { ...empty, ...own, expected, changes: [] }];
};

/** A row with the fresh fillings; the same object if there are none. */
const layOnRow = (open: OpenBoard, row: BoardRow, fillings: readonly Filling[]): BoardRow => {
  // Removed with its passage.
  if (row.standing === null) return row;
  const fresh = fillings.filter((each) => each.evidenceId === row.id && !isRead(each, ownOf(open, each)));
  const cells = fresh.reduce((laid, filling) => layOnCells(open, laid, filling), row.cells);
  return cells === row.cells ? row : { ...row, cells };
};

/** A board with the cells filled a moment ago; unchanged parts are the same objects. */
export const layFillings = (open: OpenBoard, fillings: readonly Filling[]): OpenBoard => {
  if (fillings.length === 0) return open;
  const rows = open.rows.map((row) => layOnRow(open, row, fillings));
  return rows.every((row, at) => row === open.rows[at]) ? open : { ...open, rows };
};

export const useWithFillings = (open: OpenBoard): OpenBoard => {
  const fillings = useFillings((state) => state.fillings);
  useEffect(() => {
    useFillings.setState((state) =>
      state.fillings.length === 0 ? state : { fillings: afterReading(open, state.fillings) },
    );
  }, [open]);
  return useMemo(() => layFillings(open, fillings), [open, fillings]);
};
