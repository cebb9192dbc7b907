/**
 * Whether the words of a text are not words: “Caro l i na”, “Depar tmentofInsurance”. The letters are right, but a PDF
 * with unusual fonts has its spaces in wrong places. Two signs together show letters that stand apart, without a
 * dictionary and for every language of an alphabet: single letters that are a word in no language, between other words;
 * and words that begin with the same letters as they end with. In every language words prefer other letters at their
 * beginning than at their end, and where words are broken anywhere, they do not. Formulas have single letters, but real
 * words around them; tables and lists of names have neither. Words that run together show by their length.
 *
 * A rule of our own, held against the pages of public PDFs, and the same pages broken at random.
 */

/** Fewer words than these are never called broken. */
const LEAST_WORDS = 60;
/** Of the words between two others, at least so many are single letters that are no word. */
const LEAST_STRAY = 0.06;
const LEAST_STRAY_LETTERS = 5;
/** How different the first and the last letters of words are, from 0 to 1: real texts are above it. */
const LEAST_DIFFERENCE = 0.4;
/** Longer words are rare in every language, with its compounds. */
const LONG = 26;
/** Of all letters, at most so many are in such words. */
const MOST_IN_LONG = 0.3;
const LEAST_LETTERS = 300;

/** Alphabets whose languages put spaces between words. */
const WORD = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}]+$/u;
const AROUND = /^[\p{P}]+|[\p{P}]+$/gu;
const SMALL_LETTER = /^\p{Ll}$/u;
/**
 * Single letters that are words, in any language: vowels, with their accents, and the prepositions of Slavic languages.
 */
const ONE_LETTER_WORDS = new Set('aeiouywvzskαηοωавжикосуэюяєіїўйбъ');

/** Without its accents. */
const plain = (letter: string): string => letter.normalize('NFD').replace(/\p{M}/gu, '');

const lettersIn = (words: readonly string[]): number => words.reduce((sum, word) => sum + word.length, 0);

const isStray = (word: string): boolean =>
  SMALL_LETTER.test(word) && !ONE_LETTER_WORDS.has(word) && !ONE_LETTER_WORDS.has(plain(word));

/** The single letters between two words, without a sign between them, and how many words stand so. */
const strayLetters = (tokens: readonly string[]) => {
  const letters: string[] = [];
  let all = 0;
  for (let at = 1; at + 1 < tokens.length; at += 1) {
    const [before = '', word = '', after = ''] = tokens.slice(at - 1, at + 2);
    if (!WORD.test(word) || !WORD.test(before) || !WORD.test(after.replace(AROUND, ''))) continue;
    all += 1;
    if (isStray(word)) letters.push(word);
  }
  return { letters, share: letters.length / Math.max(1, all) };
};

const counts = (letters: readonly string[]): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  for (const letter of letters) found.set(letter, (found.get(letter) ?? 0) + 1);
  return found;
};

/** How different the first letters of `words` are from the last: half the sum of the differences of their shares. */
const differenceOfEnds = (words: readonly string[]): number => {
  const letters = words.map((word) => [...word.toLowerCase()]);
  const first = counts(letters.map((each) => each[0] ?? ''));
  const last = counts(letters.map((each) => each.at(-1) ?? ''));
  const all = [...new Set([...first.keys(), ...last.keys()])];
  const apart = all.reduce((sum, each) => sum + Math.abs((first.get(each) ?? 0) - (last.get(each) ?? 0)), 0);
  return apart / 2 / Math.max(1, words.length);
};

/** Words have at least so many letters on average, in every language. */
const LEAST_MEAN = 2;
/** One letter is the most frequent in every language; in a table of signs each comes as often. */
const LEAST_FREQUENT = 0.07;

/** Hardly any letter has another beside it. */
const areApart = (words: readonly string[]): boolean => {
  const single = words.filter((word) => word.length === 1).map((letter) => letter.toLowerCase());
  if (words.length < LEAST_WORDS || lettersIn(words) >= LEAST_MEAN * words.length) return false;
  const frequent = [...counts(single).values()].reduce((most, count) => Math.max(most, count), 0);
  return (
    new Set(single.filter(isStray)).size >= 2 * LEAST_STRAY_LETTERS &&
    frequent >= LEAST_FREQUENT * single.length
  );
};

const areBroken = (tokens: readonly string[], words: readonly string[]): boolean => {
  if (words.length < LEAST_WORDS) return false;
  const { letters, share } = strayLetters(tokens);
  if (share < LEAST_STRAY || new Set(letters).size < LEAST_STRAY_LETTERS) return false;
  const longer = words.filter((word) => word.length > 1);
  return longer.length >= LEAST_WORDS / 2 && differenceOfEnds(longer) < LEAST_DIFFERENCE;
};

const runTogether = (words: readonly string[]): boolean => {
  const all = lettersIn(words);
  return all >= LEAST_LETTERS && lettersIn(words.filter(({ length }) => length >= LONG)) > MOST_IN_LONG * all;
};

/** Whether the spaces of the text of one page are in wrong places, from 60 words or 300 letters on. */
export const hasBrokenWords = (text: string): boolean => {
  const tokens = text.split(/\s+/u);
  const words = tokens.map((token) => token.replace(AROUND, '')).filter((word) => WORD.test(word));
  return areBroken(tokens, words) || areApart(words) || runTogether(words);
};
