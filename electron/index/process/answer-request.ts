import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { ChartId } from '#domain/insights/chart-question.ts';
import type { InsightQuestion } from '#electron/ports/search-index.ts';
import { createYielder } from '#electron/time/yielder.ts';
import { answerInsights } from '../ask/answer-insights.ts';
import { snippetOfArticle } from '../ask/answer-search.ts';
import { countFacets } from '../ask/count-facets.ts';
import { articlesFound, articlesMatching, countFound, passagesFound } from '../ask/count-searches.ts';
import { helpSearch } from '../ask/help-search.ts';
import type { ArchiveIndexer } from './archive-indexer.ts';
import type { IndexAnswer, IndexRequest } from './index-messages.ts';

/** They ask which texts are one. After a start the texts are compared first, for which other charts need not wait. */
const comparing: ReadonlySet<ChartId> = new Set(['base', 'contradictions', 'sources', 'tag-origins']);

/** For each chart the last question that was asked, of each index. */
const lastAsked = new WeakMap<ArchiveIndexer, Map<ChartId, number>>();

/** A chart of what a search finds; null where it was overtaken while it waited for its turn. */
const answerLatest = async (
  indexer: ArchiveIndexer,
  id: number,
  question: InsightQuestion,
): Promise<IndexAnswer> => {
  const asked = lastAsked.get(indexer) ?? new Map<ChartId, number>();
  lastAsked.set(indexer, asked.set(question.chart.of, id));
  // What was sent meanwhile is heard before anything is counted.
  await yieldToEventLoop();
  if (comparing.has(question.chart.of))
    await indexer.ask((_, lists) => lists.duplicates.settle(createYielder()));
  const answer = (...of: Parameters<Parameters<ArchiveIndexer['ask']>[0]>) =>
    asked.get(question.chart.of) === id ? answerInsights(...of, question) : null;
  return { is: 'insights', id, chart: await indexer.ask(answer) };
};

/** What the index is asked, and not the lists. */
type AskedOfIndex = Exclude<Extract<IndexRequest, { readonly id: number }>, { readonly ask: 'list' }>;

/** The answer of an index to a request, under its id. */
export const answerRequest = async (indexer: ArchiveIndexer, request: AskedOfIndex): Promise<IndexAnswer> => {
  const { id } = request;
  switch (request.ask) {
    case 'search':
      return { is: 'answer', id, answer: await indexer.search(request.question) };
    case 'facets': {
      const { question } = request;
      return { is: 'facets', id, facets: await indexer.ask((index) => countFacets(index, question)) };
    }
    case 'help': {
      const { question } = request;
      return { is: 'help', id, help: await indexer.ask((index) => helpSearch(index, question)) };
    }
    case 'passages': {
      const { question } = request;
      const found = indexer.ask((index) => passagesFound(index, question), question.isWhole);
      return { is: 'passages', id, passageIds: await found };
    }
    case 'articles': {
      const { question } = request;
      const found = indexer.ask((index) => articlesFound(index, question), question.isWhole);
      return { is: 'articles', id, articleIds: await found };
    }
    case 'matching': {
      const { question } = request;
      return { is: 'matching', id, found: await indexer.ask((index) => articlesMatching(index, question)) };
    }
    case 'snippet': {
      const { question } = request;
      return { is: 'snippet', id, snippet: await indexer.ask((index) => snippetOfArticle(index, question)) };
    }
    case 'counts': {
      const { searches } = request;
      const counts = indexer.ask((index) => searches.map((search) => countFound(index, search)));
      return { is: 'counts', id, counts: await counts };
    }
    case 'insights':
      return answerLatest(indexer, id, request.question);
    case 'rebuild':
      return { is: 'done', id, state: await indexer.rebuild() };
    case 'update':
      return { is: 'done', id, state: await indexer.update() };
  }
};
