/** Acts on a board that several components share. */

import type { Expectation } from '#domain/board/board.ts';
import type { BoardRow, OpenBoard } from '#domain/board/open-board.ts';
import {
  boardDelete,
  boardFillCell,
  boardKeepCells,
  boardMoveEvidence,
  boardMoveHypothesis,
  boardRemoveEvidence,
  boardRemoveHypothesis,
} from '#domain/contract/board.ts';
import type { BoardId } from '#domain/ids.ts';
import { printCount } from '#domain/print-count.ts';
import { act } from '#renderer/bridge/act.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { goTo } from '#renderer/window/navigation.ts';
import { showFilling } from './fillings.ts';

type Hypothesis = OpenBoard['hypotheses'][number];

export const fillCell = (
  open: OpenBoard,
  row: BoardRow,
  hypothesis: Hypothesis,
  expected: Expectation | null,
): void => {
  const [boardId, evidenceId, hypothesisId] = [open.board.id, row.id, hypothesis.id];
  showFilling(
    { evidenceId, hypothesisId, expected },
    act(boardFillCell, { boardId, evidenceId, hypothesisId, expected }),
  );
};

/** The analyst's own cell. */
export const ownCell = (
  { me }: OpenBoard,
  row: BoardRow | undefined,
  hypothesis: Hypothesis | undefined,
): BoardRow['cells'][number] | undefined =>
  row?.cells.find(({ analyst, hypothesisId }) => analyst === me && hypothesisId === hypothesis?.id);

export const removeEvidence = async ({ board: { id: boardId } }: OpenBoard, row: BoardRow): Promise<void> => {
  const answer = await act(boardRemoveEvidence, { boardId, evidenceId: row.id });
  const filled = row.cells.length;
  if (answer.ok)
    sayUndoable(
      filled === 0 ? 'Evidence removed from board' : `Evidence removed with ${printCount(filled, 'cell')}`,
    );
};

export const removeHypothesis = async (
  { board: { id: boardId } }: OpenBoard,
  { id: hypothesisId }: Hypothesis,
): Promise<void> => {
  const answer = await act(boardRemoveHypothesis, { boardId, hypothesisId });
  if (answer.ok) sayUndoable('Hypothesis removed with its cells');
};

/** Moves the evidence by `by` rows in the manual order. */
export const moveEvidence = (
  { board: { id: boardId }, rows }: OpenBoard,
  row: BoardRow,
  by: number,
): void => {
  const place = rows.findIndex(({ id }) => id === row.id) + by;
  if (place >= 0 && place < rows.length) void act(boardMoveEvidence, { boardId, evidenceId: row.id, place });
};

export const moveHypothesis = (
  { board: { id: boardId }, hypotheses }: OpenBoard,
  { id: hypothesisId }: Hypothesis,
  by: number,
): void => {
  const place = hypotheses.findIndex(({ id }) => id === hypothesisId) + by;
  if (place >= 0 && place < hypotheses.length)
    void act(boardMoveHypothesis, { boardId, hypothesisId, place });
};

export const keepCells = async (
  { board: { id: boardId } }: OpenBoard,
  row: BoardRow | null,
): Promise<void> => {
  const answer = await act(boardKeepCells, { boardId, evidenceId: row?.id ?? null });
  if (answer.ok) sayUndoable(row === null ? 'Cells kept' : 'Cells of this row kept');
};

export const deleteBoard = async (boardId: BoardId): Promise<void> => {
  const answer = await act(boardDelete, { boardId });
  if (!answer.ok) return;
  goTo({ view: 'boards', boardId: null });
  sayUndoable('Board moved to trash');
};
