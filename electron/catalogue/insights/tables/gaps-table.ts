import { createCrossCount } from '#domain/insights/cross-count.ts';
import { clause, type InsightTable, insightLine, notClause } from '#domain/insights/insight-table.ts';
import type { CatalogueState } from '../../catalogue-state.ts';
import type { Found } from '../found.ts';
import { cellsOf, NONE, noneLine, tagIdsOf, tagLines } from '../shared-lines.ts';

const MOST_TAGS = 12;

/** Passages that are labelled as gaps, by tag and by whether someone follows them up. */
export const gapsTable = (state: CatalogueState, { hits }: Found): InsightTable => {
  const gaps = hits.filter(({ entry }) => entry.label === 'gap');
  const counts = createCrossCount();
  const tagIds = tagIdsOf(state);
  for (const { entry } of gaps) {
    counts.add(tagIds(entry.tagSet), [entry.openTaskCount > 0 ? 'followed' : 'open'], 1);
  }
  const sets = new Set(gaps.map(({ entry }) => entry.tagSet));
  const untagged = counts.row(NONE);
  const tagged = tagLines(state, sets, 'all', counts.row, MOST_TAGS);
  const rows = [...tagged, ...(untagged === 0 ? [] : [noneLine('No tag', 'tag', untagged)])];
  const columns = [
    insightLine({
      id: 'followed',
      name: 'With an open task',
      clauses: [clause('has', 'task')],
      count: counts.column('followed'),
    }),
    insightLine({
      id: 'open',
      name: 'Without',
      clauses: [notClause('has', 'task')],
      count: counts.column('open'),
    }),
  ];
  const shown = new Set(tagged.map(({ id }) => id));
  const others = gaps.filter(({ entry }) => {
    const ids = tagIds(entry.tagSet);
    return !ids.includes(NONE) && !ids.some((id) => shown.has(id));
  }).length;
  const names = tagged.flatMap(({ clauses }) => clauses?.[0]?.values ?? []);
  return {
    rowName: 'Tag',
    columnName: 'Follow-up',
    rows,
    columns,
    cells: cellsOf(counts, rows, columns),
    clauses: [clause('label', 'gap')],
    count: gaps.length,
    leftOut:
      others === 0
        ? []
        : [
            {
              says: 'under other tags',
              count: others,
              clauses: [clause('has', 'tag'), notClause('tag', ...names)],
            },
          ],
  };
};
