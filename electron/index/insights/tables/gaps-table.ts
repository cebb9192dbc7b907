import { createCrossCount } from '#domain/insights/cross-count.ts';
import { clause, type InsightTable, insightLine, notClause } from '#domain/insights/insight-table.ts';
import type { CatalogueState } from '../../catalogue-state.ts';
import { countOpenTasks } from '../../readings.ts';
import { countBy, type Found } from '../found.ts';
import { cellsOf, NONE, noneLine } from '../shared-lines.ts';
import { tagIdsOf, tagLines, underOtherTags } from '../tag-lines.ts';

const MOST_TAGS = 12;

/** Passages labelled as gaps, by tag and by whether there is a follow-up. */
export const gapsTable = (state: CatalogueState, { hits }: Found): InsightTable => {
  const gaps = hits.filter(({ entry }) => entry.label === 'gap');
  const counts = createCrossCount();
  const tagIds = tagIdsOf(state);
  for (const { entry } of gaps) {
    counts.add(tagIds(entry.tagSet), [countOpenTasks(state, entry) > 0 ? 'followed' : 'open'], 1);
  }
  const sets = countBy(gaps, ({ entry }) => entry.tagSet);
  const tagged = tagLines(state, sets.keys(), 'all', counts.row, MOST_TAGS);
  const rows = [...tagged, ...noneLine('No tag', 'tag', counts.row(NONE))];
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
  return {
    rowName: 'Tag',
    columnName: 'Follow-up',
    rows,
    columns,
    cells: cellsOf(counts, rows, columns),
    clauses: [clause('label', state.labels.inSearch('gap'))],
    count: gaps.length,
    leftOut: underOtherTags('under other tags', tagIds, sets, tagged),
  };
};
