import { likeness, type MinHash } from './min-hash.ts';

/**
 * From this likeness on two texts are nearly the same. One word in ten replaced leaves .57 of the shingles, a story cut
 * by a third .67, a paragraph put on top of five .8; what two reporters write of one event shares less than .1, even
 * where both quote the same sentences. Half of all lies far from either, and what it finds is shown with the differences.
 */
export const NEARLY_SAME = 0.5;

/** Whether two texts are nearly the same; never of one that is too short to have a signature. */
export const isNearlySame = (a: MinHash | null, b: MinHash | null): boolean =>
  a !== null && b !== null && likeness(a, b) >= NEARLY_SAME;
