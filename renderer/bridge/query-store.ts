/**
 * Displayed answers, shared by all who make the same query. An answer stays displayed while it is requested again, so
 * that nothing flickers, and keeps its unchanged parts, so that they don't render again.
 */

import type { AnswerOf, AnyRequest, AnyWatched, InputOf } from '#domain/contract/any-request.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { isConcerned, isSought } from '#domain/contract/is-concerned.ts';
import { refreshedBy } from '#domain/contract/supersede.ts';
import { currentPlace } from '#renderer/window/navigation.ts';
import { sayError } from './act.ts';
import { shareEqual } from './share-equal.ts';
import { isNumbered, onDone, onEvent, request } from './window-bridge.ts';

/** Unwatched queries whose answers are kept for a quick return. */
const KEPT_UNWATCHED = 40;

type Entry = {
  readonly query: AnyWatched;
  readonly input: InputOf<AnyWatched>;
  answer: AnswerOf<AnyWatched> | undefined;
  /** The last answer as it came, if the next one is sent as a difference to it. */
  came: AnswerOf<AnyWatched> | undefined;
  isAsking: boolean;
  isStale: boolean;
  readonly listeners: Set<() => void>;
};

const entries = new Map<string, Entry>();

const keyOf = (query: AnyWatched, input: InputOf<AnyWatched>): string =>
  `${query.name} ${JSON.stringify(input)}`;

/**
 * Requests once at a time for each query: changes meanwhile make the answer stale, and it is requested once more when
 * it arrives. A thousand changes in a row are a few requests.
 */
const ask = async (entry: Entry): Promise<void> => {
  if (entry.isAsking) return;
  entry.isAsking = true;
  entry.isStale = false;
  const answer = await request(entry.query, entry.input, entry.came).finally(() => {
    entry.isAsking = false;
  });
  if (answer.ok) entry.came = isNumbered(answer.value) ? answer : undefined;
  // Overtaken by a later request of its kind: whoever is watching requests again.
  if (!answer.ok && answer.error.code === 'cancelled') entry.isStale = true;
  else take(entry, answer);
  if (entry.isStale && entry.listeners.size > 0) void ask(entry);
};

/** Whether the record's page reports itself that the record is missing, as for one that was open at the last start. */
const isSaidByPage = (error: AppError): boolean =>
  error.code === 'not-found' && Object.values(currentPlace()).includes(error.id);

const take = (entry: Entry, answer: AnswerOf<AnyWatched>): void => {
  const wasKnown = entry.answer?.ok === true;
  // The known answer stays displayed: an old list is better than none, and the failure is reported.
  if (answer.ok || entry.answer === undefined) entry.answer = shareEqual(entry.answer, answer);
  // A page just left (its record was deleted, for example) does not report a failure.
  if (!answer.ok && entry.listeners.size > 0 && (wasKnown || !isSaidByPage(answer.error)))
    sayError(answer.error);
  for (const listener of entry.listeners) listener();
};

const forgetOldest = (): void => {
  const unwatched = [...entries].filter(([, entry]) => entry.listeners.size === 0);
  for (const [key] of unwatched.slice(0, -KEPT_UNWATCHED)) entries.delete(key);
};

const entryOf = (query: AnyWatched, input: InputOf<AnyWatched>): Entry => {
  const key = keyOf(query, input);
  const known = entries.get(key);
  if (known !== undefined) return known;
  const entry: Entry = {
    query,
    input,
    answer: undefined,
    came: undefined,
    isAsking: false,
    isStale: true,
    listeners: new Set(),
  };
  entries.set(key, entry);
  forgetOldest();
  return entry;
};

/** Calls `listener` for every new answer; requests at once if the answer is unknown or stale. */
export const watchQuery = <R extends AnyWatched>(query: R, input: InputOf<R>, listener: () => void) => {
  const entry = entryOf(query, input);
  entry.listeners.add(listener);
  if (entry.isStale) void ask(entry);
  return () => {
    entry.listeners.delete(listener);
  };
};

/** The displayed answer, undefined until the first one has come. */
export const shownAnswer = <R extends AnyWatched>(query: R, input: InputOf<R>): AnswerOf<R> | undefined =>
  entries.get(keyOf(query, input))?.answer as AnswerOf<R> | undefined;

const askAgain = (concerns: (entry: Entry) => boolean): void => {
  for (const entry of entries.values()) {
    if (!concerns(entry)) continue;
    entry.isStale = true;
    if (entry.listeners.size > 0) void ask(entry);
  }
};

/** Requests one query again after a change outside the archive. */
export const askQueryAgain = (query: AnyWatched): void => askAgain((entry) => entry.query === query);

const askRefreshedAgain = (done: AnyRequest): void => {
  const names = refreshedBy(done);
  askAgain(({ query }) => names.includes(query.name));
};

/** Requests everything again: the archive itself was away. */
export const askAllAgain = (): void => askAgain(() => true);

/** Keeps displayed answers current until the returned function is called. */
export const followChanges = (): (() => void) => {
  const stops = [
    onEvent('archive-changed', (change) => askAgain(({ query, input }) => isConcerned(query, input, change))),
    onEvent('catalogue-ready', askAllAgain),
    onEvent('search-index', () => askAgain(({ query, input }) => isSought(query, input))),
    onDone(askRefreshedAgain),
  ];
  return () => {
    for (const stop of stops) stop();
    entries.clear();
  };
};
