import type { ChartAnswer } from '#domain/contract/insights.ts';
import type { InsightTable } from '#domain/insights/insight-table.ts';

const linkFirst = 'No passage was linked as contradicting another. Press l on a passage to link it to one.';

/** What is said of a table without any row. */
const withoutRows = (of: ChartAnswer['of'], { leftOut, count }: InsightTable): string => {
  if (of === 'gaps')
    return 'No gaps. Press 5 on a passage where something is missing, vague or contradictory.';
  if (of === 'tags') return 'No tags on these passages. Press t on a passage to tag it.';
  if (count === 0) return 'No passages.';
  return leftOut.map((left) => `${left.count.toLocaleString('en-GB')} ${left.says}`).join(', ');
};

/** What a chart that has nothing to show says: what would make it show something. Null where it shows something. */
export const emptyWords = (answer: ChartAnswer): string | null => {
  if (answer.of === 'base') return null;
  if (answer.of === 'contradictions') return answer.graph.links.length > 0 ? null : linkFirst;
  const { table } = answer;
  return table.count === 0 || table.rows.length === 0 ? withoutRows(answer.of, table) : null;
};
