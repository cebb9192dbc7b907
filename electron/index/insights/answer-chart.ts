import type { ChartAnswer } from '#domain/contract/insights.ts';
import type { ChartQuestion } from '#domain/insights/chart-question.ts';
import type { CalendarDate } from '#domain/time.ts';
import type { CatalogueState } from '../catalogue-state.ts';
import { baseOfFound } from './base-of-found.ts';
import { contradictionsOf } from './contradictions-of.ts';
import type { Found } from './found.ts';
import { ageTable } from './tables/age-table.ts';
import { articlesTable } from './tables/articles-table.ts';
import { gapsTable } from './tables/gaps-table.ts';
import { sourcesTable } from './tables/sources-table.ts';
import { tagOriginsTable, tagsTable } from './tables/tag-tables.ts';
import { timeTable } from './tables/time-table.ts';

/** One chart of the passages that were found, as they stand on the day `today`. */
export const answerChart = (
  state: CatalogueState,
  found: Found,
  chart: ChartQuestion,
  today: CalendarDate,
): ChartAnswer => {
  switch (chart.of) {
    case 'base':
      return { of: 'base', base: baseOfFound(state, found) };
    case 'time':
      return { of: 'time', ...timeTable(found, chart) };
    case 'gaps':
      return { of: 'gaps', table: gapsTable(state, found) };
    case 'sources':
      return { of: 'sources', table: sourcesTable(state, found, chart.rows) };
    case 'age':
      return { of: 'age', table: ageTable(found, today) };
    case 'tags':
      return { of: 'tags', table: tagsTable(state, found, chart.level) };
    case 'tag-origins':
      return { of: 'tag-origins', table: tagOriginsTable(state, found, chart.level) };
    case 'articles':
      return { of: 'articles', table: articlesTable(found) };
    case 'contradictions':
      return { of: 'contradictions', graph: contradictionsOf(state, found) };
  }
};
