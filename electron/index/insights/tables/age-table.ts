import { ageBands, bandOf } from '#domain/insights/age-bands.ts';
import { createCrossCount } from '#domain/insights/cross-count.ts';
import { clause, type InsightTable, insightLine, notClause } from '#domain/insights/insight-table.ts';
import { remembering } from '#domain/remembering.ts';
import type { CalendarDate } from '#domain/time.ts';
import { isUngraded } from '#domain/tradecraft/grade.ts';
import type { ArticleEntry } from '../../catalogue-state.ts';
import type { Found } from '../found.ts';
import { cellsOf, NONE, noneLine } from '../shared-lines.ts';

/** The age of the passages on the day `today`, by publication, and which of them are graded. */
export const ageTable = ({ hits }: Found, today: CalendarDate): InsightTable => {
  const bands = ageBands(today);
  const rowOf = remembering(({ bibliography: { publishedAt } }: ArticleEntry): readonly string[] => [
    (publishedAt === null ? undefined : bandOf(bands, publishedAt)?.id) ?? NONE,
  ]);
  const counts = createCrossCount();
  for (const { article, entry } of hits) {
    counts.add(rowOf(article), [isUngraded(entry.grade) ? 'ungraded' : 'graded'], 1);
  }
  const lines = bands.map(({ id, name, from, to }) =>
    insightLine({
      id,
      name,
      clauses: [clause('date', `=${from ?? ''}..${to ?? ''}`)],
      count: counts.row(id),
    }),
  );
  const rows = [
    ...lines.filter(({ id, count }) => id !== 'future' || count > 0),
    ...noneLine('No publication date', 'date', counts.row(NONE)),
  ];
  const columns = [
    insightLine({
      id: 'graded',
      name: 'Graded',
      clauses: [notClause('is', 'ungraded')],
      count: counts.column('graded'),
    }),
    insightLine({
      id: 'ungraded',
      name: 'Not graded',
      clauses: [clause('is', 'ungraded')],
      count: counts.column('ungraded'),
    }),
  ];
  return {
    rowName: 'Age by publication',
    columnName: 'Grade',
    rows,
    columns,
    cells: cellsOf(counts, rows, columns),
    clauses: [],
    count: hits.length,
    leftOut: [],
  };
};
