import { BANDS, bandKeys, type MinHash } from '#domain/article/near-duplicate/near-duplicate.ts';

/** Which texts, by number, share a band of their signatures: only these need to be compared. */
export type BandBuckets = {
  enter(text: number, signature: MinHash): void;
  /** Calls `visit` for every text that shares a band with the signature, each once. */
  visitSharing(signature: MinHash, visit: (text: number) => void): void;
};

const NONE = -1;
const FIRST_SLOTS = 1024;
/** The maximum load of a table of slots. */
const MOST_FULL = 0.85;

const emptySlots = (count: number): Int32Array => new Int32Array(count).fill(NONE);

/** The array, enlarged if necessary, so that it has room for at least `count` numbers. */
const withRoom = (numbers: Int32Array, count: number): Int32Array => {
  if (count <= numbers.length) return numbers;
  const more = new Int32Array(Math.max(count, Math.ceil(numbers.length * 1.5)));
  more.set(numbers);
  return more;
};

/**
 * The last entry of each key, in a table with open addressing: two numbers for each key, where a Map takes five times
 * as much memory.
 */
const createLastEntries = () => {
  let keys = emptySlots(FIRST_SLOTS);
  let entries = emptySlots(FIRST_SLOTS);
  let used = 0;

  /**
   * The slot of the key, or the free one where it would be. Keys are hashes, so their lower bits are well distributed.
   */
  const slotOf = (key: number): number => {
    const last = keys.length - 1;
    let slot = key & last;
    while (keys[slot] !== NONE && keys[slot] !== key) slot = (slot + 1) & last;
    return slot;
  };

  const grow = (): void => {
    const [oldKeys, oldEntries] = [keys, entries];
    keys = emptySlots(oldKeys.length * 2);
    entries = emptySlots(oldKeys.length * 2);
    oldKeys.forEach((key, at) => {
      if (key === NONE) return;
      const slot = slotOf(key);
      keys[slot] = key;
      entries[slot] = oldEntries[at] ?? NONE;
    });
  };

  return {
    of: (key: number): number => entries[slotOf(key)] ?? NONE,
    /** Sets the entry of a key; returns the one before it. */
    replace(key: number, entry: number): number {
      if (used + 1 > keys.length * MOST_FULL) grow();
      const slot = slotOf(key);
      if (keys[slot] === NONE) used += 1;
      const before = entries[slot] ?? NONE;
      keys[slot] = key;
      entries[slot] = entry;
      return before;
    },
  };
};

/**
 * A bucket is a chain from the text that was entered last to the one before it: nearly half a million entries for ten
 * thousand texts are a few arrays of numbers, where a list for each bucket would take ten times as much.
 */
export const createBandBuckets = (): BandBuckets => {
  const lastEntries = createLastEntries();
  /** The texts in the order in which they were entered, with one entry for each band. */
  const texts: number[] = [];
  let entryBefore: Int32Array = new Int32Array();
  /** For each text, the last visit in which it was reported. */
  const seenIn: number[] = [];
  let visits = 0;

  /** Reports the texts of a bucket that were not reported in this visit. */
  const visitBucket = (key: number, visit: (text: number) => void): void => {
    for (let entry = lastEntries.of(key); entry !== NONE; entry = entryBefore[entry] ?? NONE) {
      const text = texts[Math.floor(entry / BANDS)] ?? NONE;
      if (seenIn[text] !== visits) visit(text);
      seenIn[text] = visits;
    }
  };

  return {
    enter(text, signature) {
      let entry = texts.length * BANDS;
      entryBefore = withRoom(entryBefore, entry + BANDS);
      texts.push(text);
      for (const key of bandKeys(signature)) {
        entryBefore[entry] = lastEntries.replace(key, entry);
        entry += 1;
      }
      seenIn[text] = 0;
    },
    visitSharing(signature, visit) {
      visits += 1;
      for (const key of bandKeys(signature)) visitBucket(key, visit);
    },
  };
};
