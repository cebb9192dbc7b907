import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Turns, one after the other, each in a round of its own of the event loop. A window asks many things after one act:
 * answered in one round they would hold up the main process for the sum of their times.
 */
export const createTurns = (): (() => Promise<void>) => {
  let last: Promise<void> = Promise.resolve();
  return () => {
    last = last.then(() => nextTurn());
    return last;
  };
};
