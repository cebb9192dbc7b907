import type { InsightLine, InsightTable } from '#domain/insights/insight-table.ts';

/** What stands for some passages: a row of a table, a column, or both. */
export type Asked = Pick<InsightLine, 'clauses'>;

/** The props of every drawing of a table. */
export type TableChartProps = {
  readonly table: InsightTable;
  /** In CSS pixels. */
  readonly width: number;
  /** Opens the passages behind a mark. */
  readonly onOpen: (...asked: readonly Asked[]) => void;
};
