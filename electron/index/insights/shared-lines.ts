/** Rows and columns shared by several tables: the one without any value, and the one for values that are not shown. */
import type { CrossCount } from '#domain/insights/cross-count.ts';
import { clause, type InsightLine, insightLine, notClause } from '#domain/insights/insight-table.ts';

export const NONE = 'none';
export const REST = 'rest';

/** The search values that find the passages of some lines, for one condition. */
export const valuesOf = (lines: readonly InsightLine[]): readonly string[] =>
  lines.flatMap(({ clauses }) => clauses?.[0]?.values ?? []);

/** The line for passages without a value in a field; none if all have one. */
export const noneLine = (name: string, field: string, count: number): readonly InsightLine[] =>
  count === 0
    ? []
    : [
        insightLine({
          id: NONE,
          name,
          tick: 'none',
          isUnknown: true,
          clauses: [notClause('has', field)],
          count,
        }),
      ];

/** The line for passages with a value that is not among `shown`; none if there are none. */
export const restLine = (
  what: string,
  field: string,
  shown: readonly InsightLine[],
  count: number,
): readonly InsightLine[] => {
  const named = valuesOf(shown);
  const isAsked = named.length > 0 ? [notClause(field, ...named)] : [];
  return count === 0
    ? []
    : [
        insightLine({
          id: REST,
          name: what,
          tick: 'others',
          clauses: [clause('has', field), ...isAsked],
          count,
        }),
      ];
};

export const cellsOf = (
  counts: CrossCount,
  rows: readonly InsightLine[],
  columns: readonly InsightLine[],
): readonly (readonly number[])[] =>
  rows.map((row) => columns.map((column) => counts.cell(row.id, column.id)));
