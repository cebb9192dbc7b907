/**
 * The signs of a common origin in the words of two passages. Papers that print one quotation, or one sentence, to
 * the letter have it from one origin; each may have heard it, and neither confirms the other. A paper that names
 * its source ("the Harbour Times reported", "BEIJING (Reuters) -") carries that source's text.
 */
import { foldName, foldText } from '../text/fold-text.ts';
import { quotationsIn, saidIn } from '../text/quotations.ts';

export type Traces = {
  /** The statements that it repeats, each as a number: see statementsOf. */
  readonly statements: readonly number[];
  /** The papers and agencies that it names as its own source: see creditsIn. */
  readonly credits: readonly string[];
};

export const noTraces: Traces = { statements: [], credits: [] };

/** So many quoted words, and so many of a sentence, two reporters don't find in the same order. */
const MIN_QUOTED_WORDS = 6;
const MIN_WORDS = 10;

const word = /[\p{L}\p{N}]+(?:[.,'’][\p{L}\p{N}]+)*/gu;
/** Chinese, Japanese and Thai put no space between words: three letters of theirs are about two words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

const wordsOf = (text: string): readonly string[] => foldText(text).match(word) ?? [];
const countWords = (words: readonly string[]): number =>
  words.reduce((count, each) => count + Math.max(1, (each.match(unspaced)?.length ?? 0) / 1.5), 0);

/** Two hashes of 32 bits (FNV-1a, and one with another prime) as one whole number of 53. */
const hashOf = (text: string): number => {
  let [low, high] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b);
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
};

const numbersOf = (wordings: readonly (readonly string[])[], least: number): readonly number[] => [
  ...new Set(wordings.filter((words) => countWords(words) >= least).map((words) => hashOf(words.join(' ')))),
];

/**
 * The statements that the words of a passage repeat, each as a number that is the same for the same words,
 * whatever their case and marks: each longer quotation in them, otherwise all of the words. None where these are
 * too few to be recognised as one statement.
 * @param isQuoted whether all of it is a quotation, so that the marks may be outside it
 */
export const statementsOf = (quote: string, isQuoted = false): readonly number[] => {
  const quoted = quotationsIn(quote).flatMap((range) => {
    const said = saidIn(quote, range);
    return said === null ? [] : [wordsOf(quote.slice(said.start, said.end))];
  });
  const found = numbersOf(quoted, MIN_QUOTED_WORDS);
  return found.length > 0 ? found : numbersOf([wordsOf(quote)], isQuoted ? MIN_QUOTED_WORDS : MIN_WORDS);
};

const article = /^(?:the|der|die|das|le|la|les|el|il|lo|o|a|de|het)\s+/iu;

/** A name in the form in which credits are compared with the names of sources: folded, without an article. */
export const foldCredit = (name: string): string => foldName(name).replace(article, '');
