import type { AppError } from '#domain/contract/errors/app-error.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { SearchIndex } from '../ports/search-index.ts';
import type { IndexClient } from './process/index-client.ts';

const unavailable: Result<never, AppError> = err({ code: 'search-unavailable' });

/** Search as the process with the index answers it. */
export const createSearchIndex = (client: IndexClient): SearchIndex => ({
  async search(question) {
    const answer = await client.ask((id) => ({ ask: 'search', id, question }));
    return answer?.is === 'answer' ? ok(answer.answer) : unavailable;
  },
  async facets(question) {
    const answer = await client.ask((id) => ({ ask: 'facets', id, question }));
    return answer?.is === 'facets' ? ok(answer.facets) : unavailable;
  },
  async help(question) {
    const answer = await client.ask((id) => ({ ask: 'help', id, question }));
    return answer?.is === 'help' ? ok(answer.help) : unavailable;
  },
  async passages(question) {
    const answer = await client.ask((id) => ({ ask: 'passages', id, question }));
    return answer?.is === 'passages' ? ok(answer.passageIds) : unavailable;
  },
  async articles(question) {
    const answer = await client.ask((id) => ({ ask: 'articles', id, question }));
    return answer?.is === 'articles' ? ok(answer.articleIds) : unavailable;
  },
  async matching(question) {
    const answer = await client.ask((id) => ({ ask: 'matching', id, question }));
    return answer?.is === 'matching' ? ok(answer.found) : unavailable;
  },
  async snippet(question) {
    const answer = await client.ask((id) => ({ ask: 'snippet', id, question }));
    return answer?.is === 'snippet' ? ok(answer.snippet) : unavailable;
  },
  async insights(question) {
    const answer = await client.ask((id) => ({ ask: 'insights', id, question }));
    if (answer?.is !== 'insights') return unavailable;
    return answer.chart === null ? err({ code: 'cancelled' }) : ok(answer.chart);
  },
  async counts(searches) {
    const answer = await client.ask((id) => ({ ask: 'counts', id, searches }));
    return answer?.is === 'counts' ? ok(answer.counts) : unavailable;
  },
  async rebuild() {
    const answer = await client.ask((id) => ({ ask: 'rebuild', id }));
    return answer?.is === 'done' && answer.state.phase !== 'failed' ? ok(answer.state) : unavailable;
  },
  update: () => void client.ask((id) => ({ ask: 'update', id })),
  stop: () => client.tell({ ask: 'stop' }),
  onState: (listener) =>
    client.onNews((news) => {
      if (news.is === 'state') listener(news.state);
    }),
});
