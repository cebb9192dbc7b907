/** Texts of a language that nobody speaks: its words are as common as those of one that somebody does. */

/**
 * Numbers from 0 to 1, the same ones for the same seed (Mulberry32). Of a weaker generator two seeds give one sequence,
 * shifted, and so two texts one text.
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

/** The word of a rank; the first ones are short, and all can be said. */
export const madeWord = (rank: number): string => {
  let word = '';
  for (let left = rank + 1; left > 0; left = Math.floor(left / syllables.length)) {
    word += syllables[left % syllables.length];
  }
  return word;
};

const VOCABULARY = 30_000;

/** Words as often as in a language (Zipf): the commonest stand in every text. */
export const madeWords = (random: () => number, count: number): string =>
  Array.from({ length: count }, () => madeWord(Math.floor(VOCABULARY ** random()))).join(' ');
