/** Tracks which view answers each command: the last one to register, while it is mounted. */

import { useEffect } from 'react';
import { create } from 'zustand';
import { type CommandId, commandIds } from '#domain/command/command-table.ts';
import { appOpenWindow, appShowCommands } from '#domain/contract/app.ts';
import type { OpenableRecord } from '#domain/contract/window-record.ts';
import { act } from '#renderer/bridge/act.ts';
import { onEvent, request } from '#renderer/bridge/window-bridge.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { flushAll } from '#renderer/window/before-close.ts';

type Handler = () => void;
type CommandStore = { readonly handlers: Readonly<Partial<Record<CommandId, readonly Handler[]>>> };

const useCommandStore = create<CommandStore>(() => ({ handlers: {} }));

const change = (id: CommandId, next: (handlers: readonly Handler[]) => readonly Handler[]): void =>
  useCommandStore.setState(({ handlers }) => ({
    handlers: { ...handlers, [id]: next(handlers[id] ?? []) },
  }));

/** Answers the command with `handler` while the component is mounted and `isEnabled`. */
export const useCommand = (id: CommandId, handler: Handler, isEnabled = true): void => {
  const latest = useLatest(handler);
  useEffect(() => {
    if (!isEnabled) return;
    const run = () => latest.current();
    change(id, (handlers) => [...handlers, run]);
    return () => change(id, (handlers) => handlers.filter((other) => other !== run));
  }, [id, isEnabled]);
};

/** Answers many commands, as useCommand does one. The set of commands must not change between renders. */
export const useCommands = (
  handlers: Readonly<Partial<Record<CommandId, Handler>>>,
  isEnabled = true,
): void => {
  const latest = useLatest((id: CommandId) => handlers[id]?.());
  const ids = Object.keys(handlers).join(' ');
  useEffect(() => {
    if (!isEnabled) return;
    const running = ids
      .split(' ')
      .map((id) => [id as CommandId, () => latest.current(id as CommandId)] as const);
    for (const [id, run] of running) change(id, (others) => [...others, run]);
    return () => {
      for (const [id, run] of running) change(id, (others) => others.filter((other) => other !== run));
    };
  }, [ids, isEnabled]);
};

/** Whether the command has a handler now. */
export const isCommandEnabled = (id: CommandId): boolean =>
  (useCommandStore.getState().handlers[id]?.length ?? 0) > 0;

/** The same as a hook, updated as views mount and unmount. */
export const useIsCommandEnabled = (id: CommandId): boolean =>
  useCommandStore(({ handlers }) => (handlers[id]?.length ?? 0) > 0);

/** The same hook for many commands. */
export const useEnabledCommands = (): ((id: CommandId) => boolean) => {
  const handlers = useCommandStore((state) => state.handlers);
  return (id) => (handlers[id]?.length ?? 0) > 0;
};

/** Runs the command; returns whether it had a handler. */
export const runCommand = (id: CommandId): boolean => {
  const run = useCommandStore.getState().handlers[id]?.at(-1);
  run?.();
  return run !== undefined;
};

/** How long a command may wait for its handler. */
const WAITS_AT_MOST_MS = 2000;

/**
 * Runs the command, or waits until it has a handler: for requests made while the window is starting. It is dropped
 * after two seconds, or with the next key or press.
 */
export const runOnceEnabled = (id: CommandId): void => {
  if (runCommand(id)) return;
  const ending = new AbortController();
  const { signal } = ending;
  const stop = useCommandStore.subscribe(() => {
    if (!isCommandEnabled(id)) return;
    ending.abort();
    runCommand(id);
  });
  const timer = setTimeout(() => ending.abort(), WAITS_AT_MOST_MS);
  signal.addEventListener('abort', () => {
    stop();
    clearTimeout(timer);
  });
  for (const kind of ['keydown', 'pointerdown'] as const)
    window.addEventListener(kind, () => ending.abort(), { signal, capture: true });
};

/** Longer than the commands of a view take to change, shorter than a hand takes to the menu. */
const TELLING_DELAY_MS = 120;

/** Reports to main which commands are enabled, after each change, until the returned function is called. */
export const tellEnabledCommands = (): (() => void) => {
  let told = '';
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    waiting = undefined;
    const enabled = commandIds.filter(isCommandEnabled);
    if (enabled.join() === told) return;
    told = enabled.join();
    void request(appShowCommands, { enabled });
  };
  const tellSoon = (): void => {
    waiting ??= setTimeout(tell, TELLING_DELAY_MS);
  };
  tellSoon();
  const stop = useCommandStore.subscribe(tellSoon);
  return () => {
    stop();
    clearTimeout(waiting);
  };
};

/** Runs the commands of main's menu, until the returned function is called. */
export const followMenu = (): (() => void) =>
  onEvent('menu-command', ({ command }) => runOnceEnabled(command));

/** Pending edits are written first: the other window reads from the disk. */
const openInWindow = async (record: OpenableRecord): Promise<void> => {
  await flushAll();
  await act(appOpenWindow, record);
};

/** Answers the command that opens an article or a memo in a window of its own; null disables it. */
export const useOpenInWindow = (record: OpenableRecord | null): void =>
  useCommand('window.open', () => record !== null && void openInWindow(record), record !== null);
