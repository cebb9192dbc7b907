import { bandKeys, type MinHash } from '#domain/article/near-duplicate/min-hash.ts';

/** Which texts, by number, share a band of their signatures: only those need be compared. */
export type BandBuckets = {
  enter(text: number, signature: MinHash): void;
  /** Hands out every text that shares a band with the signature, each once. */
  visitSharing(signature: MinHash, visit: (text: number) => void): void;
};

const NONE = -1;

/**
 * A bucket is a chain from the text that was entered last to the one before it: a third of a million of entries at ten
 * thousand texts are two arrays of numbers and one map, where a list for each bucket would take ten times as much.
 */
export const createBandBuckets = (): BandBuckets => {
  const lastEntry = new Map<number, number>();
  const textOf: number[] = [];
  const entryBefore: number[] = [];
  /** For each text, the visit in which it was handed out last. */
  const seenIn: number[] = [];
  let visits = 0;

  /** Hands out the texts of a bucket that were not handed out in this visit. */
  const visitBucket = (key: number, visit: (text: number) => void): void => {
    for (let entry = lastEntry.get(key) ?? NONE; entry !== NONE; entry = entryBefore[entry] ?? NONE) {
      const text = textOf[entry] ?? NONE;
      if (seenIn[text] !== visits) visit(text);
      seenIn[text] = visits;
    }
  };

  return {
    enter(text, signature) {
      for (const key of bandKeys(signature)) {
        entryBefore.push(lastEntry.get(key) ?? NONE);
        lastEntry.set(key, textOf.push(text) - 1);
      }
      seenIn[text] = 0;
    },
    visitSharing(signature, visit) {
      visits += 1;
      for (const key of bandKeys(signature)) visitBucket(key, visit);
    },
  };
};
