import type { WatchState } from '#domain/contract/events.ts';
import { closeProcess } from '#electron/time/close-process.ts';
import type { ArchiveWatch } from '../ports/archive-watch.ts';
import type { WatchAnswer, WatchProcess } from './watch-messages.ts';

export type ArchiveWatchDeps = {
  /** Starts the process; `asksSystem` is false if the native watcher has ended it too often. */
  readonly spawn: (asksSystem: boolean) => WatchProcess;
  readonly report: (failure: string) => void;
  /** The watching starts then: what a window shows first has priority. */
  readonly hasTime: Promise<void>;
};

/** The number of starts with the system's events, and of starts in total. */
const MOST_WITH_EVENTS = 2;
const MOST_STARTS = 4;

/** Watches an archive in its own process. A process that ends is started again; changes in between may be missed. */
export const createArchiveWatch = ({ spawn, report, hasTime }: ArchiveWatchDeps): ArchiveWatch => {
  const hearsChanged = new Set<(names: readonly string[] | null) => void>();
  const hearsStanding = new Set<() => void>();
  const hearsState = new Set<(state: WatchState) => void>();
  let state: WatchState = { mode: 'starting' };
  let running: WatchProcess | null = null;
  let starts = 0;
  let isClosed = false;

  const enter = (next: WatchState): void => {
    state = next;
    for (const listener of hearsState) listener(state);
  };

  const tellChanged = (names: readonly string[] | null): void => {
    for (const listener of hearsChanged) listener(names);
  };
  const tellStanding = (): void => {
    for (const listener of hearsStanding) listener();
  };

  const hear = (answer: WatchAnswer): void => {
    if (isClosed) return;
    if (answer.kind === 'standing') tellStanding();
    else if (answer.kind === 'changed') tellChanged(answer.names);
    else {
      enter(answer.state);
      // Changes are noticed from the first state on: earlier ones are not, so everything counts as changed.
      tellChanged(null);
    }
  };

  const start = (): void => {
    if (isClosed) return;
    starts += 1;
    const started = spawn(starts <= MOST_WITH_EVENTS);
    running = started;
    started.onAnswer(hear);
    started.onExit(() => {
      if (isClosed || running !== started) return;
      report('the process that watches the archive has ended');
      running = null;
      if (starts < MOST_STARTS) start();
      else enter({ mode: 'off' });
    });
  };

  void hasTime.then(start);
  return {
    state: () => state,
    onState(listener) {
      hearsState.add(listener);
      return () => hearsState.delete(listener);
    },
    onChanged(listener) {
      hearsChanged.add(listener);
      return () => hearsChanged.delete(listener);
    },
    onStanding(listener) {
      hearsStanding.add(listener);
      return () => hearsStanding.delete(listener);
    },
    async close() {
      isClosed = true;
      const last = running;
      running = null;
      if (last !== null) await closeProcess(last);
    },
  };
};
