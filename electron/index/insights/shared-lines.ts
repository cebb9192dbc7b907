/** The rows and columns that several tables have: what has none of something, and what is in none of those shown. */
import type { CrossCount } from '#domain/insights/cross-count.ts';
import { clause, type InsightLine, insightLine, notClause } from '#domain/insights/insight-table.ts';

export const NONE = 'none';
export const REST = 'rest';

/** What finds the passages of some lines, as the values of one condition. */
export const valuesOf = (lines: readonly InsightLine[]): readonly string[] =>
  lines.flatMap(({ clauses }) => clauses?.[0]?.values ?? []);

/** The line of what has none of a field; none where everything has one. */
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

/** What has one of a field that is none of `shown`; none where there is no such. */
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
