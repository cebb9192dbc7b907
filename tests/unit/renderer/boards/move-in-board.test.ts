import { describe, expect, it } from 'vitest';
import { findCell, nextCell, pressBoardKey } from '#renderer/boards/move-in-board.ts';

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
