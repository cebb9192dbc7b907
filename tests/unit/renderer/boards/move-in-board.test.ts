import { describe, expect, it } from 'vitest';
import { findCell, nextCell, placeOfSought, pressBoardKey } from '#renderer/boards/move-in-board.ts';
import {
  newBoardId,
  newEvidenceId,
  newHypothesisId,
  newPassageId,
} from '../../../support/archive/sample-ids.ts';

const size = { rows: 60, columns: 12 };

describe('a board by keys', () => {
  it('is filled by one press a cell: 720 for 12 hypotheses and 60 rows', () => {
    let place = { row: 0, column: 0 };
    const filled = new Set<string>();
    let presses = 0;
    while (filled.size < size.rows * size.columns && presses < 800) {
      filled.add(`${place.row} ${place.column}`);
      presses += 1;
      place = nextCell(place, size);
    }
    expect([filled.size, presses]).toEqual([720, 720]);
  });

  it.for([
    ['ArrowLeft', { row: 0, column: -1 }],
    ['ArrowUp', { row: 0, column: 0 }],
    ['End', { row: 0, column: 11 }],
    ['PageDown', { row: 8, column: 0 }],
  ] as const)('%s from its first cell leads to %j', ([key, place]) => {
    expect(pressBoardKey(key, { row: 0, column: 0 }, size)).toEqual(place);
  });

  it('finds the next cell that is meant, from the beginning again, and none where there is none', () => {
    const isMeant = ({ row, column }: { row: number; column: number }) => row === 1 && column === 2;
    expect(findCell({ row: 30, column: -1 }, size, isMeant)).toEqual({ row: 1, column: 2 });
    expect(findCell({ row: 0, column: -1 }, size, () => true)).toEqual({ row: 0, column: 0 });
    expect(findCell({ row: 0, column: 0 }, size, () => false)).toBeNull();
  });
});

describe('a board that is opened for one of its cells', () => {
  const rowOf = () => ({ id: newEvidenceId(), passageId: newPassageId() });
  const [first, second, last] = [rowOf(), rowOf(), rowOf()];
  const rows = [first, second, last];
  const yes = newHypothesisId();
  const hypotheses = [{ id: newHypothesisId() }, { id: yes }];
  const boardId = newBoardId();

  it('goes to the row of a passage, and to a cell', () => {
    expect(placeOfSought({ boardId, passageId: last.passageId }, rows, hypotheses)).toEqual({
      row: 2,
      column: 0,
    });
    const cell = { boardId, evidenceId: first.id, hypothesisId: yes };
    expect(placeOfSought(cell, rows, hypotheses)).toEqual({ row: 0, column: 1 });
    expect(placeOfSought({ boardId, passageId: newPassageId() }, rows, hypotheses)).toBeNull();
  });
});
