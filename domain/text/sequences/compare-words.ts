import { alignKeys } from './align-keys.ts';

/** A run of words that both sides have, or that only this one has. */
export type WordRun = { readonly text: string; readonly isShared: boolean };
/** The two sides of a comparison. */
export type Sides<T> = { readonly old: T; readonly fresh: T };

/** Words with the white space that follows them; what a text begins with stands for itself. */
const wordsOf = (text: string): readonly string[] => text.match(/^\s+|\S+\s*/gu) ?? [];

const runsOf = (words: readonly string[], isShared: (at: number) => boolean): readonly WordRun[] => {
  const runs: WordRun[] = [];
  words.forEach((text, at) => {
    const last = runs.at(-1);
    if (last?.isShared === isShared(at)) runs[runs.length - 1] = { ...last, text: last.text + text };
    else runs.push({ text, isShared: isShared(at) });
  });
  return runs;
};

/** Two texts in runs: the words that both have, in one order, and those that only one has. */
export const compareWords = (old: string, fresh: string): Sides<readonly WordRun[]> => {
  const [oldWords, freshWords] = [wordsOf(old), wordsOf(fresh)];
  const bare = (word: string): string => word.trimEnd();
  const matched = alignKeys(oldWords.map(bare), freshWords.map(bare));
  const shared = new Set(matched);
  return {
    old: runsOf(oldWords, (at) => (matched[at] ?? -1) !== -1),
    fresh: runsOf(freshWords, (at) => shared.has(at)),
  };
};
