/**
 * Likeness by shared rare words: of all the texts that share words with one text, those that share what few others
 * hold come first. A word weighs the logarithm of how many times more texts there are than hold it (Spärck Jones,
 * "A statistical interpretation of term specificity", 1972), so that a word that all hold weighs nothing. The score
 * is the share of the text's own weight that the other text holds too: from 0 to 1, whatever the lengths. The cost
 * is the length of the lists of the rare words.
 */

/** A word that more of the texts hold than this says nothing of what they are about. */
const COMMON_SHARE = 0.05;
/** In a small archive a share is too few: so many texts may hold a rare word at any rate. */
const ALWAYS_RARE = 3;
const MIN_SHARED_WORDS = 2;
const MIN_SCORE = 0.15;

/** Words that few texts hold; `holders` are the numbers of the texts that do. */
const isRare = (holders: readonly number[], textCount: number): boolean =>
  holders.length <= Math.max(ALWAYS_RARE, textCount * COMMON_SHARE);

type Shared = { readonly weight: number; readonly words: number };

const isLike = ({ weight, words }: Shared, whole: number): boolean =>
  words >= MIN_SHARED_WORDS && weight > 0 && weight / whole >= MIN_SCORE;

/** What each text shares with the one text, and the whole weight of that text's rare words. */
const addUp = (holdersByWord: Iterable<readonly number[]>, textCount: number) => {
  const shared = new Map<number, Shared>();
  let whole = 0;
  for (const holders of holdersByWord) {
    if (holders.length === 0 || !isRare(holders, textCount)) continue;
    const weight = Math.log(textCount / holders.length);
    whole += weight;
    for (const text of holders) {
      const before = shared.get(text) ?? { weight: 0, words: 0 };
      shared.set(text, { weight: before.weight + weight, words: before.words + 1 });
    }
  }
  return { shared, whole };
};

/**
 * The texts that are like one text, by their numbers, each with its score above 0 and up to 1. `holdersByWord` has,
 * for every word of the text, the numbers of the texts that hold it (the text itself included or not);
 * `textCount` is how many texts there are. Fewer than two shared rare words make no likeness.
 */
export const scoreSimilar = (
  holdersByWord: Iterable<readonly number[]>,
  textCount: number,
): ReadonlyMap<number, number> => {
  const { shared, whole } = addUp(holdersByWord, textCount);
  return new Map(
    [...shared]
      .filter(([, found]) => isLike(found, whole))
      .map(([text, { weight }]) => [text, weight / whole]),
  );
};
