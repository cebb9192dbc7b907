import { countFacets } from '../ask/count-facets.ts';
import { countFound, passagesFound } from '../ask/count-searches.ts';
import { helpSearch } from '../ask/help-search.ts';
import type { ArchiveIndexer } from './archive-indexer.ts';
import type { IndexAnswer, IndexRequest } from './index-messages.ts';

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
    case 'counts': {
      const { searches } = request;
      const counts = indexer.ask((index) => searches.map((search) => countFound(index, search)));
      return { is: 'counts', id, counts: await counts };
    }
    case 'rebuild':
      return { is: 'done', id, state: await indexer.rebuild() };
    case 'update':
      return { is: 'done', id, state: await indexer.update() };
  }
};
