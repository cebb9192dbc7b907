import { setImmediate as yieldToEventLoop } from 'node:timers/promises';

/**
 * One round of the event loop to each caller, in their order. A window asks many things after one act:
 * answered in one round they would hold up the main process for the sum of their times.
 */
export const createRounds = (): (() => Promise<void>) => {
  let last: Promise<void> = Promise.resolve();
  return () => {
    last = last.then(() => yieldToEventLoop());
    return last;
  };
};
