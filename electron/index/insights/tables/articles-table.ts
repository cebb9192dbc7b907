import { createCrossCount } from '#domain/insights/cross-count.ts';
import { clause, type InsightTable, insightLine, notClause } from '#domain/insights/insight-table.ts';
import type { LabelSet } from '#domain/passage/label.ts';
import { isUngraded } from '#domain/tradecraft/grade.ts';
import type { ArticleEntry } from '../../catalogue-state.ts';
import type { Found } from '../found.ts';
import { cellsOf } from '../shared-lines.ts';

const MOST_ARTICLES = 20;

const nameOf = ({ bibliography, firstWords }: ArticleEntry): string => bibliography.title ?? firstWords;

/** Its words, and how densely they are coded: "326 words, 12 passages per 1,000, 80 % graded". */
const detailOf = ({ words }: ArticleEntry, count: number, graded: number): string => {
  const number = (value: number, digits = 0): string =>
    value.toLocaleString('en-GB', { maximumFractionDigits: digits });
  const density = words === 0 ? '' : `, ${number((count / words) * 1000, 1)} per 1,000`;
  return `${number(words)} words${density}, ${number(Math.floor((graded / count) * 100))} % graded`;
};

/** The articles with the most passages, with the labels, density and grading of each. */
export const articlesTable = ({ hits, articles }: Found, labels: LabelSet): InsightTable => {
  const shown = [...articles]
    .toSorted(([a, countA], [b, countB]) => countB - countA || (a.id < b.id ? 1 : -1))
    .slice(0, MOST_ARTICLES);
  const isShown = new Set(shown.map(([{ id }]) => id));
  const counts = createCrossCount();
  const graded = new Map<string, number>();
  for (const { article, entry } of hits) {
    const isRow = isShown.has(article.id);
    counts.add(isRow ? [article.id] : [], [entry.label], 1);
    if (isRow && !isUngraded(entry.grade)) graded.set(article.id, (graded.get(article.id) ?? 0) + 1);
  }
  const rows = shown.map(([article, count]) =>
    insightLine({
      id: article.id,
      name: nameOf(article),
      detail: detailOf(article, count, graded.get(article.id) ?? 0),
      clauses: [clause('article', article.id)],
      count,
    }),
  );
  const columns = labels.all
    .filter(({ id, retiredAt }) => retiredAt === null || counts.column(id) > 0)
    .map(({ id, name }) =>
      insightLine({ id, name, clauses: [clause('label', labels.inSearch(id))], count: counts.column(id) }),
    );
  const others = hits.length - rows.reduce((sum, { count }) => sum + count, 0);
  const more = articles.size - rows.length;
  return {
    rowName: 'Article',
    columnName: 'Label',
    rows,
    columns,
    cells: cellsOf(counts, rows, columns),
    clauses: [],
    count: hits.length,
    leftOut:
      others === 0
        ? []
        : [
            {
              says: more === 1 ? 'in one other article' : `in ${more.toLocaleString('en-GB')} other articles`,
              count: others,
              clauses: [notClause('article', ...rows.map(({ id }) => id))],
            },
          ],
  };
};
