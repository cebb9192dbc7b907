/** Charts of what a search finds. What was found is kept for the next chart of the same search. */
import type { ChartAnswer } from '#domain/contract/insights.ts';
import type { CatalogueState } from '#electron/index/catalogue-state.ts';
import { answerChart } from '#electron/index/insights/answer-chart.ts';
import { type Found, foundOf } from '#electron/index/insights/found.ts';
import { findWithin } from '#electron/index/rows/passage/passage-rows.ts';
import type { InsightQuestion } from '#electron/ports/search-index.ts';
import { passagesFound } from './count-searches.ts';
import type { Index } from './find-hits.ts';
import { keepingLast } from './index-memory.ts';

/** What makes an answer of the index and the lists. */
export type Asking<Answer> = (index: Index, lists: CatalogueState) => Answer;

const lastFound = keepingLast<Found>();

const findPassages = (index: Index, state: CatalogueState, text: string): Found =>
  lastFound(index.memory, text, () => {
    const ids = passagesFound(index, { text, isTyping: true });
    return foundOf(findWithin(state, {}, { passageIds: ids === null ? undefined : new Set(ids) }));
  });

/** Answers one chart from the index as it stands. */
export const answerInsights = (
  index: Index,
  state: CatalogueState,
  { text, chart, today }: InsightQuestion,
): ChartAnswer => answerChart(state, findPassages(index, state, text), chart, today);
