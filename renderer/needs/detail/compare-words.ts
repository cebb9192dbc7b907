/** A run of words that both texts have, or that only this one has. */
export type WordRun = { readonly text: string; readonly isShared: boolean };

/** Beyond so many words on a side nothing is compared: the texts are shown as they are. */
const MAX_WORDS = 500;

const wordsOf = (text: string): readonly string[] => text.split(/(?<=\S)(?=\s)/u);
const bare = (word: string | undefined): string => (word ?? '').trim();

type Row = Uint16Array<ArrayBuffer>;

/** The row of the table for one word: how many words its rest has in common with each rest of the other text. */
const restsOf = (word: string, others: readonly string[], below: Row): Row => {
  const row = new Uint16Array(others.length + 1);
  for (let j = others.length - 1; j >= 0; j -= 1) {
    const skipped = Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    row[j] = word === bare(others[j]) ? (below[j + 1] ?? 0) + 1 : skipped;
  }
  return row;
};

/** For each pair of rests, how many words they have in common in the same order. */
const sharedRests = (words: readonly string[], others: readonly string[]): readonly Row[] => {
  const table = [new Uint16Array(others.length + 1)];
  for (const word of words.toReversed()) {
    table.unshift(restsOf(bare(word), others, table[0] ?? new Uint16Array(others.length + 1)));
  }
  return table;
};

const joinRuns = (words: readonly WordRun[]): readonly WordRun[] => {
  const runs: WordRun[] = [];
  for (const word of words) {
    const last = runs.at(-1);
    if (last?.isShared === word.isShared) runs[runs.length - 1] = { ...last, text: last.text + word.text };
    else runs.push(word);
  }
  return runs;
};

/** `text` in runs: the words that `other` has too, in the same order, and those that it has not. */
export const compareWords = (text: string, other: string): readonly WordRun[] => {
  const words = wordsOf(text);
  const others = wordsOf(other);
  if (words.length > MAX_WORDS || others.length > MAX_WORDS) return [{ text, isShared: true }];
  const shared = sharedRests(words, others);
  const judged: WordRun[] = [];
  let j = 0;
  for (const [i, word] of words.entries()) {
    const goal = shared[i]?.[j] ?? 0;
    const withoutIt = shared[i + 1]?.[j] ?? 0;
    // The word is shared where the rest has fewer words in common without it.
    const isShared = goal > withoutIt;
    if (isShared) {
      while (bare(others[j]) !== bare(word)) j += 1;
      j += 1;
    }
    judged.push({ text: word, isShared });
  }
  return joinRuns(judged);
};
