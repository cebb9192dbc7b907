/** Texts and names as the words by which names are found: folded, in any script. */
import { foldText, isAscii } from '../text/fold-text.ts';
import type { TextRange } from '../text/selector.ts';

/** A word, with its folded letters; positions in UTF-16 units. */
export type NameToken = TextRange & { readonly text: string; readonly key: string };

/** Scripts that set no space between words: each character is a word. */
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
/** What is not seen parts no word. */
const unseen = '\\u00ad\\u0640\\u200b-\\u200f\\u2060-\\u2064';
const word = new RegExp(
  `[${unspaced}]\\p{M}*` +
    '|\\p{Script=Katakana}[\\p{Script=Katakana}ー\\u3099\\u309a]*' +
    `|(?:(?![${unspaced}]|\\p{Script=Katakana})[\\p{L}\\p{N}])` +
    `(?:(?![${unspaced}]|\\p{Script=Katakana})[\\p{L}\\p{N}\\p{M}${unseen}])*`,
  'gu',
);

/** What `word` finds in a text without other letters, ten times as fast. */
const asciiWord = /[a-z\d]+/giu;

/** The words of `text` in order. */
export const nameTokens = (text: string): readonly NameToken[] =>
  Array.from(text.matchAll(isAscii(text) ? asciiWord : word), ({ 0: found, index }) => ({
    text: found,
    key: foldText(found),
    start: index,
    end: index + found.length,
  })).filter(({ key }) => key !== '');

/** A full stop joins an initial or an abbreviation to the next word; after a whole word it ends a sentence. */
const MOST_ABBREVIATED = 3;
const gap = new RegExp(`^[\\p{Zs}\\p{Pd}.'’‘ʼ\`´·‧・${unseen}]{0,4}$`, 'u');

/** Whether two words that follow each other in `text` can be of one name. */
export const isOneName = (text: string, before: NameToken, after: NameToken): boolean => {
  const between = text.slice(before.end, after.start);
  return gap.test(between) && (!between.includes('.') || before.key.length <= MOST_ABBREVIATED);
};

/** Whether the word begins as a name does; true in scripts without capitals. */
export const beginsAsName = ({ text }: Pick<NameToken, 'text'>): boolean => !/^\p{Ll}/u.test(text);

/** Whether the word is in capitals all through, and could be otherwise. */
export const isInCapitals = ({ text }: Pick<NameToken, 'text'>): boolean =>
  /^[\p{Lu}\p{N}\p{M}]+$/u.test(text) && /\p{Lu}.*\p{Lu}/u.test(text);
