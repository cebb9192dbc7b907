import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Steps } from '#domain/steps.ts';

/** How long the catalogue works before it lets the main process do something else, in milliseconds. */
const SLICE_MS = 8;

export type TimeSlices = {
  /** Resolves at once while the slice lasts; else gives way to what waits, and begins another. */
  breathe(): Promise<void>;
};

/** Long work in slices, so that a key press never waits for the catalogue. */
export const createTimeSlices = (): TimeSlices => {
  let startedAtMs = performance.now();
  return {
    async breathe() {
      if (performance.now() - startedAtMs < SLICE_MS) return;
      await nextTurn();
      startedAtMs = performance.now();
    },
  };
};

/** Maps `items` in slices. */
export const mapInSlices = async <Item, Made>(
  items: readonly Item[],
  make: (item: Item) => Made,
): Promise<readonly Made[]> => {
  const slices = createTimeSlices();
  const made: Made[] = [];
  for (const item of items) {
    made.push(make(item));
    if (made.length % 64 === 0) await slices.breathe();
  }
  return made;
};

/** Does all steps in slices. */
export const runInSlices = async <Made>(steps: Steps<Made>, slices: TimeSlices): Promise<Made> => {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await slices.breathe();
  }
};
