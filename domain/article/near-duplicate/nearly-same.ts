import { likeness, type MinHash } from './min-hash.ts';

/**
 * From this likeness on two texts are nearly the same: of two that are equally long, more than half of either then
 * stands in the other to the word. One word in ten replaced leaves .57, a story cut by half .5, a paragraph put on top
 * of five .83; what two reporters write of one event shares less than .1, even where both quote the same sentences.
 * It lies far from either, by more than three standard errors of the estimate, and what it finds is shown with the
 * differences.
 */
const NEARLY_SAME = 0.4;

/** Whether two texts are nearly the same; never of one that is too short to have a signature. */
export const isNearlySame = (a: MinHash | null, b: MinHash | null): boolean =>
  a !== null && b !== null && likeness(a, b) >= NEARLY_SAME;
