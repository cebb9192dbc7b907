import type { Source } from '#domain/source/source.ts';
import { type Reliability, reliabilities } from '#domain/tradecraft/reliability.ts';

/** A letter for as long as it applied; `start` and `end` run from 0, the first change, to 1, today. */
export type TimelineStep = {
  readonly letter: Reliability | null;
  readonly start: number;
  readonly end: number;
};

export type Timeline = {
  /** From the best letter it had to the worst, without gaps; F, which is unknown and not worst, last. */
  readonly rows: readonly Reliability[];
  readonly steps: readonly TimelineStep[];
};

const DAY_MS = 86_400_000;

const rowsOf = (letters: readonly (Reliability | null)[]): readonly Reliability[] => {
  const known: readonly Reliability[] = reliabilities.filter((letter) => letter !== 'F');
  const places = letters
    .flatMap((letter) => (letter === null ? [] : known.indexOf(letter)))
    .filter((at) => at !== -1);
  const between = places.length === 0 ? [] : known.slice(Math.min(...places), Math.max(...places) + 1);
  return letters.includes('F') ? [...between, 'F'] : between;
};

/** The history of a source's letter, laid out up to the day of `nowMs`. Changes of one day are side by side. */
export const layTimeline = (history: Source['reliabilityHistory'], nowMs: number): Timeline => {
  const times = history.map(({ at }) => Date.parse(at));
  const first = times[0] ?? nowMs;
  const end = Math.max(nowMs, ...times);
  const isOneDay = end - first < DAY_MS;
  const placeOf = (index: number): number => {
    const time = times[index];
    if (time === undefined) return 1;
    return isOneDay ? index / times.length : (time - first) / (end - first);
  };
  const steps = history.map(({ to }, index) => ({
    letter: to,
    start: placeOf(index),
    end: Math.max(placeOf(index), placeOf(index + 1)),
  }));
  return { rows: rowsOf(history.map(({ to }) => to)), steps };
};
