import { createShingles } from './hash-shingles.ts';

/** The shingles of a text whose words are given, each once. */
export const shinglesOf = (words: readonly string[]): ReadonlySet<number> => {
  const shingles = new Set<number>();
  createShingles((shingle) => shingles.add(shingle))(words);
  return shingles;
};

/**
 * How much of the shorter of two texts stands in the other, from 0 to 1: its containment (Broder, 1997). A text that was
 * cut or went on to twenty times its length still shares all of the shorter; 0 where one has fewer than three words.
 */
export const sharedOfShorter = (a: ReadonlySet<number>, b: ReadonlySet<number>): number => {
  const [shorter, longer] = a.size < b.size ? [a, b] : [b, a];
  if (shorter.size === 0) return 0;
  let shared = 0;
  for (const shingle of shorter) if (longer.has(shingle)) shared += 1;
  return shared / shorter.size;
};
