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

/** One chart of the found passages, as on the day `today`. */
export const answerChart = (
  state: CatalogueState,
  found: Found,
  chart: ChartQuestion,
  today: CalendarDate,
): ChartAnswer => {
  switch (chart.kind) {
    case 'base':
      return { kind: 'base', base: baseOfFound(state, found) };
    case 'time':
      return { kind: 'time', ...timeTable(found, chart) };
    case 'gaps':
      return { kind: 'gaps', table: gapsTable(state, found) };
    case 'sources':
      return { kind: 'sources', table: sourcesTable(state, found, chart.rows) };
    case 'age':
      return { kind: 'age', table: ageTable(found, today) };
    case 'tags':
      return { kind: 'tags', table: tagsTable(state, found, chart.level) };
    case 'tag-origins':
      return { kind: 'tag-origins', table: tagOriginsTable(state, found, chart.level) };
    case 'articles':
      return { kind: 'articles', table: articlesTable(found, state.labels) };
    case 'contradictions':
      return { kind: 'contradictions', graph: contradictionsOf(state, found) };
  }
};
