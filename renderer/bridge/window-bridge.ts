/** The only reader of `window.precis`: all requests to main and events from it. */

import type { AnswerOf, AnyRequest, InputOf } from '#domain/contract/any-request.ts';
import type { CrossedAnswer, PrecisBridge } from '#domain/contract/bridge.ts';
import type { EventName, Events } from '#domain/contract/events.ts';
import { importDrop } from '#domain/contract/import.ts';
import { unpackAnswer } from '#domain/contract/packed-answer.ts';

declare global {
  interface Window {
    readonly precis: PrecisBridge<File>;
  }
}

type HearDone = (entry: AnyRequest) => void;
const doneListeners = new Set<HearDone>();

/** Observes every completed request, whoever sent it, until the returned function is called. */
export const onDone = (hear: HearDone): (() => void) => {
  doneListeners.add(hear);
  return () => {
    doneListeners.delete(hear);
  };
};

/** The numbers of packed answers, as long as the answers are in use. */
const numbers = new WeakMap<object, number>();

/** Whether the next answer can be sent as a difference to this value. */
export const isNumbered = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && numbers.has(value);

const take = <R extends AnyRequest>(crossed: CrossedAnswer<R>, known?: object): AnswerOf<R> => {
  const answer = unpackAnswer(crossed, known as Readonly<Record<string, unknown>>) as AnswerOf<R>;
  if (answer.ok && 'lists' in crossed && crossed.number > 0)
    numbers.set(answer.value as object, crossed.number);
  return answer;
};

const tellDone = async <R extends AnyRequest>(
  entry: R,
  asked: Promise<AnswerOf<R>>,
): Promise<AnswerOf<R>> => {
  const answer = await asked;
  if (answer.ok) for (const hear of doneListeners) hear(entry);
  return answer;
};

/**
 * Sends one request. An expected failure is an answer; a rejection is a bug. `last` is the previous answer as it came:
 * of its long lists only the differences are sent.
 */
export const request = <R extends AnyRequest>(
  entry: R,
  input: InputOf<R>,
  last?: AnswerOf<R>,
): Promise<AnswerOf<R>> => {
  const known = last?.ok === true && typeof last.value === 'object' && last.value !== null ? last.value : {};
  const asked = window.precis.request(entry.name, input, numbers.get(known)) as Promise<CrossedAnswer<R>>;
  return tellDone(
    entry,
    asked.then((crossed) => take(crossed, known)),
  );
};

type Listener = (event: Events[EventName]) => void;

const listeners = new Map<EventName, Set<Listener>>();
let isListening = false;

/** One subscription to main serves every listener of the window. */
const listenOnce = (): void => {
  if (isListening) return;
  isListening = true;
  window.precis.on((name, event) => {
    for (const listener of [...(listeners.get(name) ?? [])]) listener(event);
  });
};

/** Listens to one event until the returned function is called. */
export const onEvent = <E extends EventName>(name: E, listen: (event: Events[E]) => void): (() => void) => {
  listenOnce();
  // Only events of `name` reach it: the types can't follow that through the map.
  const listener = listen as Listener;
  const heard = listeners.get(name) ?? new Set();
  listeners.set(name, heard.add(listener));
  return () => {
    heard.delete(listener);
  };
};

/** Imports files that were dropped on the window. */
export const importDropped = (files: readonly File[]): Promise<AnswerOf<typeof importDrop>> =>
  tellDone(
    importDrop,
    window.precis.importDropped(files).then((crossed) => take(crossed)),
  );

/** The scale of the whole window, 1 as designed. */
/** Those of the words that the spelling checker marks; none if it is off. */
export const misspeltAmong = (words: readonly string[]): readonly string[] =>
  window.precis.misspeltAmong(words);

export const zoomFactor = (): number => window.precis.zoomFactor();

export const setZoomFactor = (factor: number): void => window.precis.setZoomFactor(factor);
