/**
 * Similarity by shared rare words: of all the texts that share words with one text, those that share words found
 * in few others come first. A word weighs the logarithm of the ratio of all texts to the texts that contain it
 * (Spärck Jones, "A statistical interpretation of term specificity", 1972), so that a word in all texts weighs
 * nothing. The score is the share of the text's own weight that the other text contains too: from 0 to 1, whatever
 * the lengths. The cost is the length of the lists of the rare words.
 */

/** A word in more than this share of the texts does not show what they are about. */
const COMMON_SHARE = 0.05;
/** In a small archive a share is too few: a word in at most this many texts always counts as rare. */
const ALWAYS_RARE = 3;
const MIN_SHARED_WORDS = 2;
const MIN_SCORE = 0.15;

/** How many texts may hold a word that is still rare among `textCount` of them: commoner words weigh nothing. */
export const mostRareHolders = (textCount: number): number =>
  Math.max(ALWAYS_RARE, Math.floor(textCount * COMMON_SHARE));

/** What each text shares with the one text, by its number, and the whole weight of that text's rare words. */
const addUp = (lists: readonly (readonly number[])[], textCount: number) => {
  const most = mostRareHolders(textCount);
  const rare = lists.filter((holders) => holders.length > 0 && holders.length <= most);
  const size = rare.reduce((highest, holders) => Math.max(highest, (holders.at(-1) ?? 0) + 1), 0);
  const weights = new Float64Array(size);
  const words = new Uint16Array(size);
  let whole = 0;
  for (const holders of rare) {
    const weight = Math.log(textCount / holders.length);
    whole += weight;
    for (const text of holders) {
      weights[text] = (weights[text] ?? 0) + weight;
      words[text] = (words[text] ?? 0) + 1;
    }
  }
  return { weights, words, whole };
};

/**
 * The texts that are like one text, by their numbers, each with its score above 0 and up to 1. `holdersByWord` has,
 * for every word of the text, the numbers of the texts that hold it in rising order (the text itself included or
 * not); `textCount` is how many texts there are. Fewer than two shared rare words make no likeness.
 */
export const scoreSimilar = (
  holdersByWord: readonly (readonly number[])[],
  textCount: number,
): ReadonlyMap<number, number> => {
  const { weights, words, whole } = addUp(holdersByWord, textCount);
  const scores = new Map<number, number>();
  for (let text = 0; text < weights.length; text += 1) {
    const weight = weights[text] ?? 0;
    if ((words[text] ?? 0) < MIN_SHARED_WORDS || weight === 0) continue;
    if (weight / whole >= MIN_SCORE) scores.set(text, weight / whole);
  }
  return scores;
};
