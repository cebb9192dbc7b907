/** Charts of what a search finds. What was found is kept for the next chart of the same search. */
import type { ChartAnswer } from '#domain/contract/insights.ts';
import type { CatalogueState } from '#electron/catalogue/catalogue-state.ts';
import { answerChart } from '#electron/catalogue/insights/answer-chart.ts';
import { type Found, foundOf } from '#electron/catalogue/insights/found.ts';
import { findWithin } from '#electron/catalogue/rows/passage/passage-rows.ts';
import type { InsightQuestion } from '#electron/ports/search-index.ts';
import { passagesFound } from './count-searches.ts';
import type { Index } from './find-hits.ts';
import type { IndexMemory } from './index-memory.ts';

/** What makes an answer of the index and the lists. */
export type Asking<Answer> = (index: Index, lists: CatalogueState) => Answer;

type Kept = { readonly text: string; readonly revision: number; readonly found: Found };
const kept = new WeakMap<IndexMemory, Kept>();

const findPassages = (index: Index, state: CatalogueState, text: string): Found => {
  const { memory } = index;
  const known = kept.get(memory);
  if (known?.text === text && known.revision === memory.revision) return known.found;
  const ids = passagesFound(index, { text, isTyping: true });
  const hits = findWithin(state, {}, { passageIds: ids === null ? undefined : new Set(ids) });
  const found = foundOf(hits);
  kept.set(memory, { text, revision: memory.revision, found });
  return found;
};

/** Answers one chart from the index as it stands. */
export const answerInsights = (
  index: Index,
  state: CatalogueState,
  { text, chart, today }: InsightQuestion,
): ChartAnswer => answerChart(state, findPassages(index, state, text), chart, today);
