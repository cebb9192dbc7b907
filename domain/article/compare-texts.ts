/**
 * Lists the differences of two nearly equal texts, in words. The words are aligned (see alignSequences); unaligned
 * words are in one text only. Nothing is folded: a comma or a capital is a difference too.
 */
import { alignKeys, gapsOf } from '../text/sequences/align-keys.ts';

/** Words of one text and the words of the other that replace them; `before` and `after` are in both. */
export type TextDifference = {
  readonly before: string;
  /** Of the first text; empty where nothing was there. */
  readonly removed: string;
  /** Of the other text; empty where nothing is there. */
  readonly added: string;
  readonly after: string;
};

export type TextComparison = {
  /** Words of the first text that the other has not, and the reverse. */
  readonly removedWords: number;
  readonly addedWords: number;
  /** In the order of the texts, at most DIFFERENCES_LIMIT of `count`. */
  readonly differences: readonly TextDifference[];
  readonly count: number;
};

export const DIFFERENCES_LIMIT = 200;
/** So many words that both have are shown on either side. */
const CONTEXT_WORDS = 6;

/** A word with its punctuation, or a character of a script without spaces. */
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;

/** A word of a text, with the white space before it: a space, or none within a script without spaces. */
export type ComparedWord = { readonly text: string; readonly hasSpace: boolean };

/** The words of a textblock as they are compared. */
export const comparedWords = (block: string): readonly ComparedWord[] =>
  Array.from(block.matchAll(word), ({ 0: text, index }) => ({
    text,
    hasSpace: index === 0 || /\s/u.test(block.charAt(index - 1)),
  }));

const print = (words: readonly ComparedWord[]): string =>
  words.map(({ text, hasSpace }, at) => (hasSpace && at > 0 ? ` ${text}` : text)).join('');

/** Compares two texts, given as their words. */
export const compareTexts = (
  old: readonly ComparedWord[],
  fresh: readonly ComparedWord[],
): TextComparison => {
  const textOf = ({ text }: ComparedWord): string => text;
  const gaps = gapsOf(alignKeys(old.map(textOf), fresh.map(textOf)), fresh.length);
  const differences = gaps.slice(0, DIFFERENCES_LIMIT).map(
    ({ from, to, freshFrom, freshTo }): TextDifference => ({
      before: print(old.slice(Math.max(0, from - CONTEXT_WORDS), from)),
      removed: print(old.slice(from, to)),
      added: print(fresh.slice(freshFrom, freshTo)),
      after: print(old.slice(to, to + CONTEXT_WORDS)),
    }),
  );
  return {
    removedWords: gaps.reduce((sum, { from, to }) => sum + to - from, 0),
    addedWords: gaps.reduce((sum, { freshFrom, freshTo }) => sum + freshTo - freshFrom, 0),
    differences,
    count: gaps.length,
  };
};
