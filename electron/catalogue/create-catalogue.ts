import type { ReadProgress } from '#domain/contract/events.ts';
import { localToday } from '#electron/time/local-today.ts';
import type { Catalogue } from '../ports/catalogue.ts';
import type { Machine } from '../ports/machine.ts';
import type { IndexClient } from '../search/process/index-client.ts';
import { type ListName, type ListQuestion, type Lists, ListsUnavailable } from './lists.ts';

/**
 * The catalogue as the process with the index answers it: nothing of the archive is kept here. An answer shows all
 * that was told to the process before it was asked.
 */
export const createCatalogue = (client: IndexClient, { nowMs }: Pick<Machine, 'nowMs'>): Catalogue => {
  let isReady = false;
  let progress: ReadProgress | null = null;
  const listeners = new Set<(progress: ReadProgress) => void>();
  const ready = new Promise<void>((resolve) => {
    client.onNews((news) => {
      if (news.is === 'ready') {
        isReady = true;
        resolve();
      } else if (news.is === 'progress') {
        progress = news.progress;
        for (const listener of listeners) listener(progress);
      }
    });
  });

  const ask = async <Name extends ListName>(
    list: Name,
    ...given: Parameters<Lists[Name]>
  ): Promise<Awaited<ReturnType<Lists[Name]>>> => {
    const question = { list, given } as ListQuestion;
    const answer = await client.ask((id) => ({ ask: 'list', id, question }));
    if (answer?.is === 'list') return answer.value as Awaited<ReturnType<Lists[Name]>>;
    if (answer?.is === 'failed') throw new Error(answer.why);
    throw new ListsUnavailable('The process with the index does not run.');
  };

  return {
    get ready() {
      client.start();
      return ready;
    },
    isReady: () => isReady,
    readProgress: () => progress,
    onReadProgress(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    articles: (...given) => ask('articles', ...given),
    passages: (...given) => ask('passages', ...given),
    countPassages: (...given) => ask('countPassages', ...given),
    passageTable: (...given) => ask('passageTable', ...given),
    passageRows: (...given) => ask('passageRows', ...given),
    passageSelection: (...given) => ask('passageSelection', ...given),
    related: (...given) => ask('related', ...given),
    isConfirmed: (...given) => ask('isConfirmed', ...given),
    relationCounts: (...given) => ask('relationCounts', ...given),
    tags: () => ask('tags'),
    sources: () => ask('sources'),
    tasks: (...given) => ask('tasks', ...given),
    memos: () => ask('memos'),
    faults: () => ask('faults'),
    searches: () => ask('searches'),
    trash: () => ask('trash'),
    counts: () => ask('counts', localToday(nowMs())),
    find: (...given) => ask('find', ...given),
    namePlaces: (...given) => ask('namePlaces', ...given),
    articlesWithText: (...given) => ask('articlesWithText', ...given),
    duplicatesOfText: (...given) => ask('duplicatesOfText', ...given),
    duplicatesOf: (...given) => ask('duplicatesOf', ...given),
    textIds: (...given) => ask('textIds', ...given),
    articleOfPassage: (...given) => ask('articleOfPassage', ...given),
    placeOfTask: (...given) => ask('placeOfTask', ...given),
    memosCiting: (...given) => ask('memosCiting', ...given),
    unsettledPassages: () => ask('unsettledPassages'),
  };
};
