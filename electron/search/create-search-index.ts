import type { AppError } from '#domain/contract/errors.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { Archive, ArchiveChanged } from '../ports/archive.ts';
import type { SearchIndex } from '../ports/search-index.ts';
import { IndexClient, type IndexClientDeps } from './process/index-client.ts';
import { articleUnit, listUnits, memoUnit } from './units/read-unit.ts';

const unavailable: Result<never, AppError> = err({ code: 'search-unavailable' });

const unitsOf = ({ topics, articleIds, memoIds }: ArchiveChanged): readonly string[] => [
  ...listUnits.filter((list) => topics.includes(list)),
  ...articleIds.map(articleUnit),
  ...memoIds.map(memoUnit),
];

/** The search index of an archive, in a process of its own. */
export const createSearchIndex = (
  archive: Pick<Archive, 'onChanged'>,
  deps: IndexClientDeps,
): SearchIndex => {
  const client = new IndexClient(deps);
  const stopFollowing = archive.onChanged((changed) => {
    const units = unitsOf(changed);
    if (units.length > 0) client.tell({ ask: 'change', units });
  });
  return {
    async search(question) {
      const answer = await client.ask((id) => ({ ask: 'search', id, question }));
      return answer?.is === 'answer' ? ok(answer.answer) : unavailable;
    },
    async facets(question) {
      const answer = await client.ask((id) => ({ ask: 'facets', id, question }));
      return answer?.is === 'facets' ? ok(answer.facets) : unavailable;
    },
    async rebuild() {
      const answer = await client.ask((id) => ({ ask: 'rebuild', id }));
      return answer?.is === 'done' && answer.state.phase !== 'failed' ? ok(answer.state) : unavailable;
    },
    update: () => client.update(),
    stop: () => client.tell({ ask: 'stop' }),
    onState: (listener) => client.onState(listener),
    async close() {
      stopFollowing();
      await client.close();
    },
  };
};
