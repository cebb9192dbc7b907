/**
 * A text as the set of its shingles: every run of three words, folded, as a number (Broder, "On the resemblance and
 * containment of documents", 1997). Titles, typography and case change none or few of them; a word that is replaced
 * changes three.
 */

/** The finaliser of MurmurHash3: every bit of the number depends on every bit of `value`. */
export const mixBits = (value: number): number => {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
};

/** FNV-1a over UTF-16 units, mixed: by itself its high bits hardly differ for short words. */
const hashWord = (word: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return mixBits(hash);
};

/** Hands out the shingles of a text whose words come piece by piece: a shingle reaches over the end of a piece. */
export const createShingles = (take: (shingle: number) => void): ((words: readonly string[]) => void) => {
  let [first, second]: [number | null, number | null] = [null, null];
  return (words) => {
    for (const word of words) {
      const third = hashWord(word);
      if (first !== null && second !== null) {
        take(mixBits(Math.imul(Math.imul(first, 0x9e3779b1) + second, 0x85ebca77) + third));
      }
      [first, second] = [second, third];
    }
  };
};
