/**
 * A stable merge sort that yields between its parts: sorting a hundred thousand rows at once would block the process
 * for longer than a key press may wait.
 */
import { createYielder, type Yielder } from '#electron/time/yielder.ts';

type Compare<T> = (a: T, b: T) => number;

/** The number of items sorted at once, in a few milliseconds. */
const RUN = 1024;
/** The number of items merged without a look at the clock: well below a millisecond. */
const PART = 512;

const sortedRuns = async <T>(items: readonly T[], compare: Compare<T>, yielder: Yielder): Promise<T[][]> => {
  const runs: T[][] = [];
  for (let start = 0; start < items.length; start += RUN) {
    runs.push(items.slice(start, start + RUN).sort(compare));
    await yielder.yieldIfDue();
  }
  return runs;
};

const merge = async <T>(
  one: readonly T[],
  other: readonly T[],
  compare: Compare<T>,
  yielder: Yielder,
): Promise<T[]> => {
  const merged: T[] = [];
  let at = 0;
  for (const item of one) {
    // Among equal items those of the first list come first, so that the sort is stable.
    for (let next = other[at]; at < other.length && compare(next as T, item) < 0; next = other[at]) {
      merged.push(next as T);
      at += 1;
    }
    merged.push(item);
    if (merged.length % PART === 0) await yielder.yieldIfDue();
  }
  for (; at < other.length; at += 1) merged.push(other[at] as T);
  return merged;
};

/** The items in the order of `compare`; equal ones keep their order. */
export const sortYielding = async <T>(items: readonly T[], compare: Compare<T>): Promise<readonly T[]> => {
  const yielder = createYielder();
  let runs = await sortedRuns(items, compare, yielder);
  while (runs.length > 1) {
    const longer: T[][] = [];
    for (let index = 0; index < runs.length; index += 2) {
      longer.push(await merge(runs[index] ?? [], runs[index + 1] ?? [], compare, yielder));
    }
    runs = longer;
  }
  return runs[0] ?? [];
};

/**
 * The items in ascending order of their places, which are numbers; those with the same place keep their order. A
 * counting sort over the distinct places (Knuth, "The Art of Computer Programming" 3, 5.2), which calls no comparison
 * function: a hundred thousand items take some twenty milliseconds.
 */
export const sortByPlace = <T>(items: readonly T[], places: readonly number[]): readonly T[] => {
  const sorted = Float64Array.from(places).sort();
  const starts = new Map<number, number>();
  for (let at = sorted.length - 1; at >= 0; at -= 1) starts.set(sorted[at] ?? 0, at);
  const inOrder = new Array<T>(items.length);
  for (const [at, item] of items.entries()) {
    const place = places[at] ?? 0;
    const start = starts.get(place) ?? 0;
    starts.set(place, start + 1);
    inOrder[start] = item;
  }
  return inOrder;
};
