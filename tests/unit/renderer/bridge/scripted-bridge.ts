import { vi } from 'vitest';
import type { EventName, Events } from '#domain/contract/events.ts';
import type { RequestName } from '#domain/contract/requests.ts';

/** `known` is the number of the packed answer that the window has. */
type Reply = (input: Record<string, unknown>, known?: number) => unknown;

/** A main process on a string: answers requests as scripted, keeps what was asked, and emits events. */
export type ScriptedBridge = {
  readonly asked: { readonly name: string; readonly input: Record<string, unknown> }[];
  /** How the request is answered from now on; the reply may be a promise. */
  answer(name: RequestName, reply: Reply): void;
  emit<E extends EventName>(name: E, event: Events[E]): void;
};

// The window subscribes to main once and for all: the listeners outlive a test, as they outlive a view.
const listeners = new Set<(name: string, event: unknown) => void>();

/** Installs a scripted bridge in `window.precis`. */
export const installScriptedBridge = (): ScriptedBridge => {
  const replies = new Map<string, Reply>();
  const asked: ScriptedBridge['asked'] = [];
  const precis = {
    request: async (name: string, input: Record<string, unknown>, known?: number) => {
      asked.push({ name, input });
      const reply = replies.get(name);
      if (reply === undefined) throw new Error(`no answer is scripted for ${name}`);
      return reply(input, known);
    },
    on: (listener: (name: string, event: unknown) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    importDropped: async () => ({ ok: false, error: { code: 'cancelled' } }),
    misspeltAmong: (words: readonly string[]) => words.filter((word) => word.startsWith('zz')),
    zoomFactor: () => 1,
    setZoomFactor: () => undefined,
  };
  // A window of jsdom goes on to the next file of tests: the stub on it can be taken back.
  if (globalThis.window === globalThis) vi.stubGlobal('precis', precis);
  else vi.stubGlobal('window', { ...globalThis.window, precis });
  return {
    asked,
    answer: (name, reply) => void replies.set(name, reply),
    emit: (name, event) => {
      for (const listener of listeners) listener(name, event);
    },
  };
};
