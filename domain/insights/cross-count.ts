/** Things counted by what they share: how often each row, each column and each pair of them. */

export type CrossCount = {
  /** Counts an item once in each of the rows and of the columns, `times` over. */
  add(rows: Iterable<string>, columns: Iterable<string>, times: number): void;
  row(id: string): number;
  column(id: string): number;
  cell(row: string, column: string): number;
};

const addTo = (counts: Map<string, number>, id: string, times: number): void =>
  void counts.set(id, (counts.get(id) ?? 0) + times);

export const createCrossCount = (): CrossCount => {
  const [rows, columns] = [new Map<string, number>(), new Map<string, number>()];
  const cells = new Map<string, Map<string, number>>();
  return {
    add(inRows, inColumns, times) {
      const [ofRows, ofColumns] = [new Set(inRows), new Set(inColumns)];
      for (const column of ofColumns) addTo(columns, column, times);
      for (const row of ofRows) {
        addTo(rows, row, times);
        const ofRow = cells.get(row) ?? new Map<string, number>();
        cells.set(row, ofRow);
        for (const column of ofColumns) addTo(ofRow, column, times);
      }
    },
    row: (id) => rows.get(id) ?? 0,
    column: (id) => columns.get(id) ?? 0,
    cell: (row, column) => cells.get(row)?.get(column) ?? 0,
  };
};

/** The `most` that are counted oftenest, those first; of equals the one whose name comes first. */
export const commonest = <T extends { readonly name: string; readonly count: number }>(
  lines: readonly T[],
  most: number,
): readonly T[] =>
  lines
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'en'))
    .slice(0, most);
