import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { Steps } from '#domain/steps.ts';

/** The time in milliseconds that long work may run before it yields to the main process. */
const YIELD_AFTER_MS = 8;

export type Yielder = {
  /** Resolves at once while the time is not used up; otherwise yields to waiting tasks. */
  yieldIfDue(): Promise<void>;
};

/** Long work that yields to the event loop, so that a key press never waits for the catalogue. */
export const createYielder = (): Yielder => {
  let startedAtMs = performance.now();
  return {
    async yieldIfDue() {
      if (performance.now() - startedAtMs < YIELD_AFTER_MS) return;
      await yieldToEventLoop();
      startedAtMs = performance.now();
    },
  };
};

/** Maps `items`, yielding to the event loop. */
export const mapYielding = async <Item, Made>(
  items: readonly Item[],
  make: (item: Item) => Made,
): Promise<readonly Made[]> => {
  const yielder = createYielder();
  const made: Made[] = [];
  for (const item of items) {
    made.push(make(item));
    if (made.length % 64 === 0) await yielder.yieldIfDue();
  }
  return made;
};

/** Does all steps, yielding to the event loop. */
export const runYielding = async <Made>(steps: Steps<Made>, yielder: Yielder): Promise<Made> => {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await yielder.yieldIfDue();
  }
};
