/**
 * MinHash (Broder, 1997): a signature of fixed length of a set, such that the share of places at which two signatures
 * agree estimates the Jaccard index of the sets, which is what they share of all that either holds. With 128 places its
 * standard error is at most .045.
 *
 * Signatures are cut into bands: texts that share one band of three places are compared, no others (locality-sensitive
 * hashing). Of pairs with an index of .4 that finds 94 %, of .5 99.6 %, of .02, as of two texts on one subject, .03 %.
 * (Bands of four, of which there are 32, find 56 % and 87 % of the first two.)
 */
import { createShingles, mixBits } from './hash-shingles.ts';

/** A signature: SIGNATURE_LENGTH unsigned numbers of 32 bits. */
export type MinHash = Uint32Array;

export const SIGNATURE_LENGTH = 128;
const BAND_LENGTH = 3;
export const BANDS = Math.floor(SIGNATURE_LENGTH / BAND_LENGTH);

/** A text of fewer shingles has no signature: one stock phrase would be half of it. */
export const MIN_SHINGLES = 20;

/** Two numbers for each place, each of which makes another hash function of one shingle; the second is odd. */
const functions = Array.from({ length: SIGNATURE_LENGTH }, (_, place) => ({
  offset: mixBits(Math.imul(place + 1, 0x9e3779b9)),
  factor: mixBits(Math.imul(place + 1, 0x7f4a7c15) ^ 0x5bd1e995) | 1,
}));
const offsets = Int32Array.from(functions, ({ offset }) => offset);
const factors = Int32Array.from(functions, ({ factor }) => factor);

const lower = (signature: MinHash, shingle: number): void => {
  for (let place = 0; place < SIGNATURE_LENGTH; place += 1) {
    let hash = Math.imul(shingle ^ (offsets[place] ?? 0), factors[place] ?? 1);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    hash = (hash ^ (hash >>> 13)) >>> 0;
    if (hash < (signature[place] ?? 0)) signature[place] = hash;
  }
};

export type SignatureMaker = {
  /** Takes the next words of the text, see wordsInOrder. */
  add(words: readonly string[]): void;
  /** Null of a text that is too short to have one. */
  signature(): MinHash | null;
};

/** Makes the signature of a text that comes in pieces, so that a long one holds nothing up. */
export const createSignatureMaker = (): SignatureMaker => {
  const signature = new Uint32Array(SIGNATURE_LENGTH).fill(0xffffffff);
  let count = 0;
  const add = createShingles((shingle) => {
    count += 1;
    lower(signature, shingle);
  });
  return { add, signature: () => (count < MIN_SHINGLES ? null : signature) };
};

/** An estimate of the Jaccard index of the two texts' shingles: 0 where they share none, 1 where they share all. */
export const likeness = (a: MinHash, b: MinHash): number => {
  let equal = 0;
  for (let place = 0; place < SIGNATURE_LENGTH; place += 1) if (a[place] === b[place]) equal += 1;
  return equal / SIGNATURE_LENGTH;
};

/** A key for each band, from 0 to 2³⁰ - 1: signatures that agree in a band have the same key for it. */
export const bandKeys = (signature: MinHash): readonly number[] =>
  Array.from({ length: BANDS }, (_, band) => {
    let key = band + 1;
    for (let place = 0; place < BAND_LENGTH; place += 1) {
      key = mixBits(Math.imul(key, 0x9e3779b1) ^ (signature[band * BAND_LENGTH + place] ?? 0));
    }
    return key >>> 2;
  });
