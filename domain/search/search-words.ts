/**
 * The words of a text and of a query. A text matches when every word of the query is the beginning of one of its
 * words. Scripts written without spaces have no words to cut at: there a run is cut into overlapping pairs, so that
 * any part of it of two characters or more is found.
 */
import { foldText } from '../text/fold-text.ts';

/** A run of letters, digits and the marks on them. */
const wordPattern = /[\p{L}\p{N}\p{M}]+/gu;

/** A letter and a full stop within an abbreviation: "U.S." is one word, not two. */
const dottedLetter = /(?<![\p{L}\p{N}])(\p{L})\.(?=\p{L}(?![\p{L}\p{N}]))/gu;

const unspacedRun =
  /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc]+)/gu;

/** The code point of the first script without spaces, Thai. */
const FIRST_UNSPACED = 0x0e00;

/** Whether a word begins in a script that may be written without spaces. */
export const startsUnspaced = (word: string): boolean => word.charCodeAt(0) >= FIRST_UNSPACED;

/** Whether no character is of such a script; folding leads to none either. */
export const isBelowUnspaced = (run: string): boolean => {
  for (let at = 0; at < run.length; at += 1) if (run.charCodeAt(at) >= FIRST_UNSPACED) return false;
  return true;
};

/** The runs of letters and digits of a text in their order, folded. */
export const wordRuns = (text: string): readonly string[] => {
  const folded = foldText(text);
  const joined = folded.includes('.') ? folded.replace(dottedLetter, '$1') : folded;
  return joined.match(wordPattern) ?? [];
};

/** The words of a run in their order: its parts in scripts with spaces whole, the others as `cutUnspaced` cuts them. */
export const cutRunInOrder = (
  run: string,
  cutUnspaced: (characters: readonly string[]) => readonly string[],
): readonly string[] => {
  if (isBelowUnspaced(run)) return [run];
  // The parts at odd places are those that the pattern captured.
  return run.split(unspacedRun).flatMap((part, at) => {
    if (part === '') return [];
    return at % 2 === 1 ? cutUnspaced(Array.from(part)) : [part];
  });
};

/** "北京市" gives 北京, 京市, and 市 alone: a single character is thus a prefix of one of them wherever it occurs. */
export const pairsAndLast = (characters: readonly string[]): readonly string[] =>
  characters.map((character, index) => character + (characters[index + 1] ?? ''));

/** The last character is implied by the pair before it. */
const pairs = (characters: readonly string[]): readonly string[] =>
  characters.length === 1 ? characters : pairsAndLast(characters).slice(0, -1);

/** The words of a text, folded, in their order; characters in scripts that are written without spaces. */
export const wordsInOrder = (text: string): readonly string[] =>
  wordRuns(text).flatMap((run) => cutRunInOrder(run, (characters) => characters));

/** The words under which a text is found, folded, each once. */
export const searchWords = (text: string): ReadonlySet<string> =>
  new Set(wordRuns(text).flatMap((run) => cutRunInOrder(run, pairsAndLast)));

/** The words of a query, folded, each once; none where it has no letter and no digit. */
export const queryWords = (query: string): readonly string[] => [
  ...new Set(wordRuns(query).flatMap((run) => cutRunInOrder(run, pairs))),
];

/** The words by which short texts are found, as one text with a space before each. */
export const namingWords = (texts: readonly string[]): string =>
  texts
    .flatMap((text) => [...searchWords(text)])
    .map((word) => ` ${word}`)
    .join('');

/** Whether every one of `words` (see queryWords) is the beginning of a word of one of `texts`. For short texts. */
export const matchesWords = (words: readonly string[], texts: readonly string[]): boolean => {
  const naming = namingWords(texts);
  return words.every((word) => naming.includes(` ${word}`));
};

/**
 * The phrases of a query: text in quotation marks must occur exactly, with its words whole and consecutive,
 * whatever marks and spaces are between them.
 */

const quoted = /["“”„«»]([^"“”„«»]+)["“”„«»]/gu;
/** A word with "=" before it is meant as it is written, as a phrase is. */
const exactWord = /(?<!\S)=([^\s="“”„«»]+)/gu;

/**
 * The words of the phrase as a pattern for `holdsPhrases`; null where it has no letter and no digit. In a script
 * without spaces it may begin and end within a run.
 */
const patternOf = (phrase: string): string | null => {
  const words = wordRuns(phrase).join(' ');
  if (words === '') return null;
  return `${startsUnspaced(words) ? '' : ' '}${words}${startsUnspaced(words.slice(-1)) ? '' : ' '}`;
};

/** The phrases of a query, and the words after "=", for `holdsPhrases`; a mark that is still open makes none. */
export const queryPhrases = (query: string): readonly string[] =>
  [...query.matchAll(quoted), ...query.matchAll(exactWord)].flatMap(
    ([, phrase = '']) => patternOf(phrase) ?? [],
  );

/**
 * Whether every one of `phrases` (see queryPhrases) occurs in one of `texts`; a phrase never spans the end of a
 * line.
 */
export const holdsPhrases = (phrases: readonly string[], texts: readonly string[]): boolean => {
  if (phrases.length === 0) return true;
  const lines = texts.flatMap((text) => text.split('\n')).map((line) => ` ${wordRuns(line).join(' ')} `);
  return phrases.every((phrase) => lines.some((line) => line.includes(phrase)));
};
