/** Cells filled a moment ago: shown at once, before the archive has answered. */
import { useMemo } from 'react';
import { create } from 'zustand';
import { cellIdOf, type Expectation } from '#domain/board/board.ts';
import type { BoardCell, BoardRow, OpenBoard } from '#domain/board/open-board.ts';
import type { EvidenceId, HypothesisId } from '#domain/ids.ts';

export type Filling = {
  readonly evidenceId: EvidenceId;
  readonly hypothesisId: HypothesisId;
  /** Null if the cell was cleared. */
  readonly expected: Expectation | null;
  /** When the cell was last written before, as shown; null if it was empty. */
  readonly before: string | null;
};

/** After so many milliseconds the board is shown as read, whatever happened to a cell meanwhile. */
const MOST_SHOWN_MS = 3000;

const useFillings = create<{ readonly fillings: readonly Filling[] }>(() => ({ fillings: [] }));

/** Shows a cell as filled until `written` is answered and the board has been read again. */
export const showFilling = (filling: Filling, written: Promise<{ readonly ok: boolean }>): void => {
  useFillings.setState(({ fillings }) => ({ fillings: [...fillings, filling] }));
  const drop = (): void =>
    useFillings.setState(({ fillings }) => ({ fillings: fillings.filter((each) => each !== filling) }));
  void written.then(({ ok }) => {
    if (ok) setTimeout(drop, MOST_SHOWN_MS);
    else drop();
  }, drop);
};

/** The cells of a row with the fresh fillings; the same object if there are none. */
const layOnRow = ({ board, me }: OpenBoard, row: BoardRow, fillings: readonly Filling[]): BoardRow => {
  let { cells } = row;
  for (const { evidenceId, hypothesisId, expected, before } of fillings) {
    const own = cells.find((cell) => cell.analyst === me && cell.hypothesisId === hypothesisId);
    // It was read again since, or removed with its passage.
    if (evidenceId !== row.id || (own?.updatedAt ?? null) !== before || row.standing === null) continue;
    const others = cells.filter((cell) => cell !== own);
    const { state } = row.standing;
    const times = { createdAt: board.updatedAt, updatedAt: board.updatedAt };
    const filled: BoardCell | null =
      expected === null
        ? null
        : {
            ...times,
            ...{
              id: cellIdOf(evidenceId, hypothesisId, me),
              evidenceId,
              hypothesisId,
              analyst: me,
              reason: '',
            },
            ...own,
            ...{ expected, state, changes: [] },
          };
    cells = filled === null ? others : [...others, filled];
  }
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
  return useMemo(() => layFillings(open, fillings), [open, fillings]);
};
