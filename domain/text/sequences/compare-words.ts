import { alignKeys } from './align-keys.ts';

/** A run of words that both sides have, or that only this one has. */
export type WordRun = { readonly text: string; readonly isShared: boolean };
/** A run of one text that shows two: words that both have, that only the old one had, or that only the new one has. */
export type MarkedRun = { readonly text: string; readonly kind: 'same' | 'gone' | 'new' };
/** The two sides of a comparison. */
export type Sides<T> = { readonly old: T; readonly fresh: T };

/** Words with the white space that follows them; leading white space is an item by itself. */
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

const bare = (word: string): string => word.trimEnd();

/** The words of a text regardless of order: the count of each, and their letters together. */
export type WordCounts = { readonly counts: ReadonlyMap<string, number>; readonly letters: number };

export const countWords = (text: string): WordCounts => {
  const counts = new Map<string, number>();
  let letters = 0;
  for (const word of wordsOf(text).map(bare)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
    letters += word.length;
  }
  return { counts, letters };
};

/** The share of the longer text, in letters, that both have in any order: much faster than `compareWords`. */
export const shareOfWords = (old: WordCounts, fresh: WordCounts): number => {
  let shared = 0;
  for (const [word, count] of fresh.counts)
    shared += word.length * Math.min(count, old.counts.get(word) ?? 0);
  return shared / Math.max(old.letters, fresh.letters, 1);
};

/** Two texts in runs: the words that both have, in one order, and those that only one has. */
export const compareWords = (old: string, fresh: string): Sides<readonly WordRun[]> => {
  const [oldWords, freshWords] = [wordsOf(old), wordsOf(fresh)];
  const matched = alignKeys(oldWords.map(bare), freshWords.map(bare));
  const shared = new Set(matched);
  return {
    old: runsOf(oldWords, (at) => (matched[at] ?? -1) !== -1),
    fresh: runsOf(freshWords, (at) => shared.has(at)),
  };
};

/** The words of a run each by itself, so that two sides that are cut otherwise can be laid over each other. */
const singles = (runs: readonly WordRun[]): readonly WordRun[] =>
  runs.flatMap(({ text, isShared }) => wordsOf(text).map((word) => ({ text: word, isShared })));

/**
 * Both sides as one text: removed words precede their replacement. A side that is null does not exist; common
 * words are as on the new side.
 */
export const markChanges = ({ old, fresh }: Sides<readonly WordRun[] | null>): readonly MarkedRun[] => {
  const [was, is] = [singles(old ?? []), singles(fresh ?? [])];
  const runs: MarkedRun[] = [];
  const add = (text: string, kind: MarkedRun['kind']): void => {
    const last = runs.at(-1);
    if (last?.kind === kind) runs[runs.length - 1] = { kind, text: last.text + text };
    else runs.push({ text, kind });
  };
  let at = 0;
  const addGone = (): void => {
    let word = was[at];
    while (word !== undefined && !word.isShared) {
      add(word.text, 'gone');
      at += 1;
      word = was[at];
    }
  };
  for (const { text, isShared } of is) {
    if (!isShared) {
      addGone();
      add(text, 'new');
      continue;
    }
    addGone();
    at += 1;
    add(text, 'same');
  }
  addGone();
  return runs;
};
