/** Texts in an artificial language: its words have the frequencies of a natural one. */

/**
 * Numbers from 0 to 1, the same for the same seed (Mulberry32). With a weaker generator two seeds give one sequence,
 * shifted, and so two texts would be the same.
 */
export const createRandom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const syllables = 'ba ker lo min tra su ven po ri gal den mo ska ti fer nu'.split(' ');

/** The word with that rank; the first ones are short, and all are pronounceable. */
export const madeWord = (rank: number): string => {
  let word = '';
  for (let left = rank + 1; left > 0; left = Math.floor(left / syllables.length)) {
    word += syllables[left % syllables.length];
  }
  return word;
};

const VOCABULARY = 30_000;

/** Words with natural frequencies (Zipf): the most common ones are in every text. */
export const madeWords = (random: () => number, count: number): string =>
  Array.from({ length: count }, () => madeWord(Math.floor(VOCABULARY ** random()))).join(' ');
