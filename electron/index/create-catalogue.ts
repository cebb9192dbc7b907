import type { ReadProgress } from '#domain/contract/events.ts';
import { localToday } from '#electron/time/local-today.ts';
import { type Catalogue, type IndexQuestions, IndexRefusal } from '../ports/catalogue.ts';
import type { Machine } from '../ports/machine.ts';
import type { Question, QuestionName } from './ask/questions.ts';
import type { IndexClient } from './process/index-client.ts';
import type { IndexNews } from './process/index-messages.ts';
import { readRows } from './rows/packed-rows.ts';

type Told<Is extends IndexNews['kind']> = Extract<IndexNews, { readonly kind: Is }>;

/** Follows the progress of reading the archive, as reported by the process. */
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
  client.onNews((news) => hear[news.kind](news as never));
  // If the process no longer runs, requests fail instead of waiting for it.
  client.onEnd(() => {
    if (known.isAwaited && client.start() === null) setReady();
  });
  const whenReady = (): Promise<void> => {
    known.isAwaited = true;
    client.start();
    // A build that was stopped continues when somebody needs all of it.
    if (known.isStopped && !known.isReady) client.begin();
    return ready;
  };
  return { whenReady, known, listeners };
};

/** A function for each question, created at its first use. */
export const askEach = (ask: (question: Question) => Promise<unknown>): IndexQuestions =>
  new Proxy({} as IndexQuestions, {
    get: (_, name) =>
      // `await` on the object itself looks for a `then` method.
      typeof name !== 'string' || name === 'then'
        ? undefined
        : (...given: readonly unknown[]) => ask({ name, given } as unknown as Question),
  });

type Asking = Pick<Machine, 'nowMs'> & {
  /** The analyst's name in the present settings, under which boards are filled. */
  readonly analyst: () => string;
};

/**
 * Creates the port that the index process answers: nothing of the archive is kept here. An answer reflects all changes
 * that were sent to the process before the question.
 */
export const createCatalogue = (client: IndexClient, { nowMs, analyst }: Asking): Catalogue => {
  const { whenReady, known, listeners } = followReading(client);

  const ask = async (question: Question): Promise<unknown> => {
    const today = localToday(nowMs());
    const answer = await client.ask((id) => ({ kind: 'question', id, question, today, analyst: analyst() }));
    if (answer?.kind === 'answer') return answer.value;
    if (answer?.kind === 'parts') return readRows(answer.parts);
    if (answer?.kind === 'failed') throw new Error(answer.why);
    throw new IndexRefusal(answer?.kind === 'refused' ? answer.code : 'search-unavailable');
  };

  const control: Omit<Catalogue, QuestionName> = {
    get ready() {
      return whenReady();
    },
    isReady: () => known.isReady,
    readProgress: () => known.progress,
    onReadProgress(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async rebuild() {
      const answer = await client.ask((id) => ({ kind: 'rebuild', id }));
      if (answer?.kind === 'done' && answer.state.phase !== 'failed') return answer.state;
      throw new IndexRefusal('search-unavailable');
    },
    update: () => void client.ask((id) => ({ kind: 'update', id })),
    stop: () => client.tell({ kind: 'stop' }),
    onState: (listener) =>
      client.onNews((news) => {
        if (news.kind === 'state') listener(news.state);
      }),
  };
  return Object.setPrototypeOf(control, askEach(ask)) as Catalogue;
};
