/** Charts of what a search finds. What was found is kept for the next chart of the same search. */
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { ChartAnswer } from '#domain/contract/insights.ts';
import type { Input } from '#domain/contract/requests.ts';
import type { ChartId } from '#domain/insights/chart-question.ts';
import { IndexRefusal } from '#electron/ports/catalogue.ts';
import { createYielder } from '#electron/time/yielder.ts';
import type { Asked, CatalogueState } from '../catalogue-state.ts';
import { answerChart } from '../insights/answer-chart.ts';
import { type Found, foundOf } from '../insights/found.ts';
import { findWithin } from '../rows/passage/passage-rows.ts';
import { keepingLast } from './index-memory.ts';

const lastFound = keepingLast<Found>();

const findPassages = (state: CatalogueState, text: string): Found =>
  lastFound(state.index().memory, text, () => foundOf(findWithin(state, { text }, { isTyping: true })));

/** They ask which texts are one. After a start the texts are compared first, for which other charts need not wait. */
const comparing: ReadonlySet<ChartId> = new Set(['base', 'contradictions', 'sources', 'tag-origins']);

/** For each chart the last question that was asked, of each index. */
const lastAsked = new WeakMap<object, Map<ChartId, number>>();
let questions = 0;

/** A chart of what a search finds; one that was overtaken while it waited for its turn is refused. */
export const answerInsights = async (
  asked: Asked,
  { text, chart }: Input<'insights:chart'>,
): Promise<ChartAnswer> => {
  const last = lastAsked.get(asked.indexer) ?? new Map<ChartId, number>();
  questions += 1;
  const question = questions;
  lastAsked.set(asked.indexer, last.set(chart.kind, question));
  // What was sent meanwhile is heard before anything is counted.
  await yieldToEventLoop();
  if (comparing.has(chart.kind)) await asked.lists.duplicates.settle(createYielder());
  if (last.get(chart.kind) !== question) throw new IndexRefusal('cancelled');
  return answerChart(asked.lists, findPassages(asked.lists, text), chart, asked.today);
};
