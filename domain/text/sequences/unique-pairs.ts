import { countWhile } from './count-while.ts';
/**
 * The pairs by which two sequences are aligned first: items that occur once in each, in the longest selection that
 * is in the same order on both sides (the "patience" of Bram Cohen's diff; the selection after Fredman, 1975).
 * Unique items cannot be paired wrongly, so the rest is left to small gaps between them.
 */

/** Item `old` of one sequence is item `fresh` of the other. */
export type Pair = { readonly old: number; readonly fresh: number };

const MANY = -1;

/** Where each item stands that stands once. */
const placesOfUnique = (items: ArrayLike<number>, from: number, to: number): ReadonlyMap<number, number> => {
  const places = new Map<number, number>();
  for (let at = from; at < to; at += 1) {
    const item = items[at] ?? MANY;
    places.set(item, places.has(item) ? MANY : at);
  }
  return places;
};

export type Span = { readonly from: number; readonly to: number };

/** All items that occur once in each span, in the order of the first. */
export const uniquePairs = (
  old: ArrayLike<number>,
  fresh: ArrayLike<number>,
  within: Span,
  withinFresh: Span,
): readonly Pair[] => {
  const freshPlaces = placesOfUnique(fresh, withinFresh.from, withinFresh.to);
  const pairs: Pair[] = [];
  for (const [item, at] of placesOfUnique(old, within.from, within.to)) {
    const there = freshPlaces.get(item) ?? MANY;
    if (at !== MANY && there !== MANY) pairs.push({ old: at, fresh: there });
  }
  return pairs.sort((a, b) => a.old - b.old);
};

/** How many ends, which ascend, are smaller than `fresh`. */
const countSmaller = (ends: readonly number[], fresh: number, pairs: readonly Pair[]): number =>
  countWhile(ends, (end) => (pairs[end]?.fresh ?? 0) < fresh);

/** Of pairs in the order of the old side, the most that are in order on the new side too. */
export const longestInOrder = (pairs: readonly Pair[]): readonly Pair[] => {
  const ends: number[] = [];
  const before = new Int32Array(pairs.length);
  for (const [at, { fresh }] of pairs.entries()) {
    const length = countSmaller(ends, fresh, pairs);
    before[at] = length === 0 ? -1 : (ends[length - 1] ?? -1);
    ends[length] = at;
  }
  const chosen: Pair[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair !== undefined) chosen.push(pair);
  }
  return chosen.reverse();
};
