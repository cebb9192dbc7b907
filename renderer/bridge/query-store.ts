/**
 * Answers that are on show, shared by all who ask the same question. An answer stays on show while it is asked
 * again, so that nothing flickers, and keeps its parts that have not changed, so that they are not drawn anew.
 */
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { isConcerned, isSought } from '#domain/contract/is-concerned.ts';
import { type Answer, type Input, refreshedBy, type WatchedName } from '#domain/contract/requests.ts';
import { currentPlace } from '#renderer/window/navigation.ts';
import { sayError } from './act.ts';
import { shareEqual } from './share-equal.ts';
import { isNumbered, onDone, onEvent, request } from './window-bridge.ts';

/** Questions that nobody looks at any more and whose answers are kept for a quick return. */
const KEPT_UNWATCHED = 40;

type Entry = {
  readonly name: WatchedName;
  readonly input: Input<WatchedName>;
  answer: Answer<WatchedName> | undefined;
  /** The last answer as it came, where the next one is told by what differs from it. */
  came: Answer<WatchedName> | undefined;
  isAsking: boolean;
  isStale: boolean;
  readonly listeners: Set<() => void>;
};

const entries = new Map<string, Entry>();

const keyOf = (name: WatchedName, input: Input<WatchedName>): string => `${name} ${JSON.stringify(input)}`;

/**
 * Asks, one asking of a question at a time: what changes meanwhile makes the answer stale, and it is asked once
 * more when it has come. A thousand changes in a row are a few questions.
 */
const ask = async (entry: Entry): Promise<void> => {
  if (entry.isAsking) return;
  entry.isAsking = true;
  entry.isStale = false;
  const answer = await request(entry.name, entry.input, entry.came).finally(() => {
    entry.isAsking = false;
  });
  if (answer.ok) entry.came = isNumbered(answer.value) ? answer : undefined;
  // Overtaken by a later question of its kind: whoever still looks, or looks again, asks again.
  if (!answer.ok && answer.error.code === 'cancelled') entry.isStale = true;
  else take(entry, answer);
  if (entry.isStale && entry.listeners.size > 0) void ask(entry);
};

/** Whether the page of a record says by itself that there is no such record: one that was open at the last start. */
const isSaidByPage = (error: AppError): boolean =>
  error.code === 'not-found' && Object.values(currentPlace()).includes(error.id);

const take = (entry: Entry, answer: Answer<WatchedName>): void => {
  const wasKnown = entry.answer?.ok === true;
  // What was known stays on show: an old list is better than none, and the failure is said.
  if (answer.ok || entry.answer === undefined) entry.answer = shareEqual(entry.answer, answer);
  // A page that has just been left (its record was deleted, say) has nothing to complain of.
  if (!answer.ok && entry.listeners.size > 0 && (wasKnown || !isSaidByPage(answer.error)))
    sayError(answer.error);
  for (const listener of entry.listeners) listener();
};

const forgetOldest = (): void => {
  const unwatched = [...entries].filter(([, entry]) => entry.listeners.size === 0);
  for (const [key] of unwatched.slice(0, -KEPT_UNWATCHED)) entries.delete(key);
};

const entryOf = (name: WatchedName, input: Input<WatchedName>): Entry => {
  const key = keyOf(name, input);
  const known = entries.get(key);
  if (known !== undefined) return known;
  const entry: Entry = {
    name,
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

/** Tells `listener` of every new answer; asks at once where the answer is not known or is stale. */
export const watchQuery = <N extends WatchedName>(name: N, input: Input<N>, listener: () => void) => {
  const entry = entryOf(name, input);
  entry.listeners.add(listener);
  if (entry.isStale) void ask(entry);
  return () => {
    entry.listeners.delete(listener);
  };
};

/** The answer on show, undefined until the first one has come. */
export const shownAnswer = <N extends WatchedName>(name: N, input: Input<N>): Answer<N> | undefined =>
  entries.get(keyOf(name, input))?.answer as Answer<N> | undefined;

const askAgain = (concerns: (entry: Entry) => boolean): void => {
  for (const entry of entries.values()) {
    if (!concerns(entry)) continue;
    entry.isStale = true;
    if (entry.listeners.size > 0) void ask(entry);
  }
};

/** Asks one question again where something else than the archive has changed. */
export const askQueryAgain = (name: WatchedName): void => askAgain((entry) => entry.name === name);

/** Asks everything again: the archive itself was away. */
export const askAllAgain = (): void => askAgain(() => true);

/** Keeps what is on show true to the disk until the returned function is called. */
export const followChanges = (): (() => void) => {
  const stops = [
    onEvent('archive-changed', (change) => askAgain(({ name, input }) => isConcerned(name, input, change))),
    onEvent('catalogue-ready', askAllAgain),
    onEvent('search-index', () => askAgain(({ name, input }) => isSought(name, input))),
    onDone((done) => refreshedBy(done).forEach(askQueryAgain)),
  ];
  return () => {
    for (const stop of stops) stop();
    entries.clear();
  };
};
