/**
 * An index of the places of each run of a few characters (a gram) in a text: the seeds from which a near match is
 * grown. Text that an editor changed keeps most of its grams, at much the same distances from each other.
 */

import { runSteps, type Steps } from '../../steps.ts';
import type { TextIndex } from '../../text/text-index.ts';

/** Characters of a gram: long enough to be rare, short enough to survive between two edits. */
export const GRAM_LENGTH = 4;
/** A gram that occurs more often than this does not help to locate a quote. */
const MAX_PLACES = 800;

const BUCKET_BITS = 16;
const BUCKETS = 1 << BUCKET_BITS;

export type GramIndex = {
  /** An upper bound of the places at which the gram that begins at `at` of `quote` may be. */
  readonly countPlaces: (quote: string, at: number) => number;
  /** The possible places of that gram, ascending, without a limit. */
  readonly placesOf: (quote: string, at: number) => Uint32Array;
  /** Calls `visit` with each possible place of the gram that begins at `at` of `quote`, unless they are many. */
  readonly forEachPlace: (quote: string, at: number, visit: (place: number) => void) => void;
};

const bucketOf = (text: string, at: number): number => {
  let hash = 0;
  for (let step = 0; step < GRAM_LENGTH; step += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at + step), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash & (BUCKETS - 1);
};

/** Grams of a step: some two milliseconds. */
const GRAMS_A_STEP = 1 << 16;

type Sorted = { readonly starts: Uint32Array; readonly places: Uint32Array };

/** The bucket of each gram, and where the places of each bucket begin. */
function* countGrams(text: string) {
  const count = Math.max(0, text.length - GRAM_LENGTH + 1);
  const buckets = new Uint16Array(count);
  const starts = new Uint32Array(BUCKETS + 1);
  for (let at = 0; at < count; at += 1) {
    const bucket = bucketOf(text, at);
    buckets[at] = bucket;
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + 1;
    if (at % GRAMS_A_STEP === 0) yield;
  }
  for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0);
  }
  return { buckets, starts };
}

/** The places of all grams, those of each bucket side by side. Linear. */
function* sortGrams(text: string): Steps<Sorted> {
  const { buckets, starts } = yield* countGrams(text);
  const places = new Uint32Array(buckets.length);
  const filled = starts.slice();
  for (const [at, bucket] of buckets.entries()) {
    const next = filled[bucket] ?? 0;
    places[next] = at;
    filled[bucket] = next + 1;
    if (at % GRAMS_A_STEP === 0) yield;
  }
  return { starts, places };
}

const gramIndex = ({ starts, places }: Sorted): GramIndex => {
  const countPlaces = (quote: string, at: number): number => {
    const bucket = bucketOf(quote, at);
    return (starts[bucket + 1] ?? 0) - (starts[bucket] ?? 0);
  };
  return {
    countPlaces,
    placesOf(quote, at) {
      const bucket = bucketOf(quote, at);
      return places.subarray(starts[bucket], starts[bucket + 1]);
    },
    forEachPlace(quote, at, visit) {
      const bucket = bucketOf(quote, at);
      const from = starts[bucket] ?? 0;
      const to = starts[bucket + 1] ?? 0;
      if (to - from > MAX_PLACES) return;
      for (let slot = from; slot < to; slot += 1) visit(places[slot] ?? 0);
    },
  };
};

const known = new WeakMap<TextIndex, GramIndex>();

/** Makes the index of an indexed text, if there is none. */
export function* gramSteps(index: TextIndex): Steps<GramIndex> {
  const grams = known.get(index) ?? gramIndex(yield* sortGrams(index.text));
  known.set(index, grams);
  return grams;
}

/** The index of an indexed text, built on first use. */
export const gramsOf = (index: TextIndex): GramIndex => known.get(index) ?? runSteps(gramSteps(index));
