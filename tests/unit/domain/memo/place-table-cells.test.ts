import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeTableCells } from '#domain/memo/document/place-table-cells.ts';
import type { MemoTable } from '#domain/memo/memo-content.ts';

const tableOf = (rows: readonly (readonly (readonly [number, number])[])[]): MemoTable => ({
  type: 'table',
  content: rows.map((cells) => ({
    type: 'tableRow',
    content: cells.map(([colspan, rowspan]) => ({
      type: 'tableCell',
      attrs: { colspan, rowspan },
      content: [{ type: 'paragraph' }],
    })),
  })),
});

describe('the cells of a table', () => {
  it('step around a cell that reaches down from above', () => {
    const grid = placeTableCells(
      tableOf([
        [
          [1, 2],
          [1, 1],
        ],
        [[1, 1]],
      ]),
    );
    expect(grid.cells.map(({ column, row }) => [column, row])).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
    ]);
  });

  it('are cut at the last row, and a short row is filled', () => {
    const grid = placeTableCells(
      tableOf([
        [
          [1, 9],
          [1, 1],
          [1, 1],
        ],
        [[1, 1]],
      ]),
    );
    expect(grid).toMatchObject({ columns: 3, rows: 2 });
    expect(grid.cells[0]?.rowspan).toBe(2);
    expect(grid.cells.filter(({ cell }) => cell === null)).toHaveLength(1);
  });

  it('cover every place of the rectangle once, whatever spans were asked for', () => {
    const span = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }));
    const rows = fc.array(fc.array(span, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, (spans) => {
        const { columns, rows: height, cells } = placeTableCells(tableOf(spans));
        const covered = cells.flatMap(({ column, row, colspan, rowspan }) =>
          Array.from({ length: colspan * rowspan }, (_, at) => {
            return `${column + (at % colspan)}:${row + Math.floor(at / colspan)}`;
          }),
        );
        expect(new Set(covered).size).toBe(covered.length);
        expect(covered).toHaveLength(columns * height);
      }),
    );
  });
});
