import type { AskedReading, AskReading } from '../read/archive-files.ts';

type Readings = {
  readonly ask: AskReading;
  /** What was read. */
  take(reading: number, found: unknown): void;
};

/** Readings that are sent elsewhere, each with a number, and answered by it. */
export const askReadings = (send: (reading: number, asked: AskedReading) => void): Readings => {
  const waiting = new Map<number, (found: unknown) => void>();
  let last = 0;
  return {
    ask: (asked) =>
      new Promise((resolve) => {
        last += 1;
        waiting.set(last, resolve);
        send(last, asked);
      }),
    take(reading, found) {
      waiting.get(reading)?.(found);
      waiting.delete(reading);
    },
  };
};
