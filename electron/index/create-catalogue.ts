import type { ReadProgress } from '#domain/contract/events.ts';
import { localToday } from '#electron/time/local-today.ts';
import type { Catalogue } from '../ports/catalogue.ts';
import type { Machine } from '../ports/machine.ts';
import { type ListName, type ListQuestion, type Lists, ListsUnavailable } from './lists.ts';
import type { IndexClient } from './process/index-client.ts';
import type { IndexNews } from './process/index-messages.ts';
import { readRows } from './rows/packed-rows.ts';

type Told<Is extends IndexNews['is']> = Extract<IndexNews, { readonly is: Is }>;

/** How far the reading of the archive has come, as the process tells. */
const followReading = (client: IndexClient) => {
  const listeners = new Set<(progress: ReadProgress) => void>();
  const known = {
    isReady: false,
    isAwaited: false,
    isStopped: false,
    progress: null as ReadProgress | null,
  };
  let setReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    setReady = resolve;
  });
  const hear = {
    state: ({ state }: Told<'state'>): void => {
      known.isStopped = state.phase === 'stopped';
    },
    progress: ({ progress }: Told<'progress'>): void => {
      known.progress = progress;
      for (const listener of listeners) listener(progress);
    },
    ready: (): void => {
      known.isReady = true;
      setReady();
    },
  };
  client.onNews((news) => hear[news.is](news as never));
  // Whoever waits is not to wait for a process that does not run any more: what is asked then fails.
  client.onEnd(() => {
    if (known.isAwaited && client.start() === null) setReady();
  });
  const whenReady = (): Promise<void> => {
    known.isAwaited = true;
    client.start();
    // A building that was stopped goes on for whoever needs all of it.
    if (known.isStopped && !known.isReady) client.begin();
    return ready;
  };
  return { whenReady, known, listeners };
};

/**
 * The catalogue as the process with the index answers it: nothing of the archive is kept here. An answer shows all
 * that was told to the process before it was asked.
 */
export const createCatalogue = (client: IndexClient, { nowMs }: Pick<Machine, 'nowMs'>): Catalogue => {
  const { whenReady, known, listeners } = followReading(client);

  const ask = async <Name extends ListName>(
    list: Name,
    ...given: Parameters<Lists[Name]>
  ): Promise<Awaited<ReturnType<Lists[Name]>>> => {
    const question = { list, given } as ListQuestion;
    const answer = await client.ask((id) => ({ ask: 'list', id, question }));
    if (answer?.is === 'list') return answer.value as Awaited<ReturnType<Lists[Name]>>;
    if (answer?.is === 'parts') return (await readRows(answer.parts)) as Awaited<ReturnType<Lists[Name]>>;
    if (answer?.is === 'failed') throw new Error(answer.why);
    throw new ListsUnavailable('The process with the index does not run.');
  };

  return {
    get ready() {
      return whenReady();
    },
    isReady: () => known.isReady,
    readProgress: () => known.progress,
    onReadProgress(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    articles: (...given) => ask('articles', ...given),
    citedArticles: () => ask('citedArticles'),
    knownFiles: () => ask('knownFiles'),
    bylines: () => ask('bylines'),
    languages: () => ask('languages'),
    passages: (...given) => ask('passages', ...given),
    countPassages: (...given) => ask('countPassages', ...given),
    passageTable: (...given) => ask('passageTable', ...given),
    passageRows: (...given) => ask('passageRows', ...given),
    passageSelection: (...given) => ask('passageSelection', ...given),
    tagsOfArticles: (...given) => ask('tagsOfArticles', ...given),
    related: (...given) => ask('related', ...given),
    confirmedBy: (...given) => ask('confirmedBy', ...given),
    relationCounts: (...given) => ask('relationCounts', ...given),
    tags: () => ask('tags'),
    tagsTogether: (...given) => ask('tagsTogether', ...given),
    sources: () => ask('sources'),
    memosOnSource: (...given) => ask('memosOnSource', ...given),
    ungradedPassages: (...given) => ask('ungradedPassages', ...given),
    tasks: (...given) => ask('tasks', ...given),
    taskAnswers: (...given) => ask('taskAnswers', ...given),
    memos: () => ask('memos'),
    faults: () => ask('faults'),
    trash: () => ask('trash'),
    counts: () => ask('counts', localToday(nowMs())),
    passagesAddedSince: (since) => ask('passagesAddedSince', since),
    find: (...given) => ask('find', ...given),
    namePlaces: (...given) => ask('namePlaces', ...given),
    articlesWithTexts: (...given) => ask('articlesWithTexts', ...given),
    duplicatesOfText: (...given) => ask('duplicatesOfText', ...given),
    duplicatesOf: (...given) => ask('duplicatesOf', ...given),
    duplicatesOfEach: (...given) => ask('duplicatesOfEach', ...given),
    textIds: (...given) => ask('textIds', ...given),
    articleOfPassage: (...given) => ask('articleOfPassage', ...given),
    placeOfTask: (...given) => ask('placeOfTask', ...given),
    placesOfTasks: (...given) => ask('placesOfTasks', ...given),
    memosCiting: (...given) => ask('memosCiting', ...given),
    laterVersions: (...given) => ask('laterVersions', ...given),
    unsettledPassages: () => ask('unsettledPassages'),
  };
};
