/**
 * Whether a text is garbage: letters of a PDF that does not state which letters it draws. Three signs are tested,
 * each with a threshold that real texts do not come near: characters that no text has; too few letters for
 * writing; and letter frequencies that no language has. A very short text cannot be judged.
 */

/** Fewer signs than these are never called garbage. */
const LEAST_SIGNS = 40;
/**
 * Of all signs, at most so many are no characters (control, private use, halves, U+FFFD), or marks of an unnamed glyph.
 */
const MOST_UNKNOWN = 0.1;
/** Of all signs, at least so many are letters or digits: tables of figures and leaders of dots stay above it. */
const LEAST_LETTERS = 0.35;
/** With fewer Latin letters than this, their frequencies prove nothing. */
const LEAST_LATIN = 150;
/**
 * Of the letters of the Latin alphabet, at least so many are a, e, i, n, o, r, s or t. Of the languages that are
 * written in it Polish has the fewest, about a half.
 */
const LEAST_COMMON = 0.42;
/** So many Latin letters have at least so many different ones among them: the shortest alphabet has twelve. */
const LEAST_DIFFERENT = 8;
/** More digits than these beside the letters are codes, which have no language. */
const MOST_DIGITS = 0.2;
/** Of the words of at least two letters, at most so many change case within themselves. */
const MOST_MIXED = 0.6;

const UNKNOWN = /[\p{Cc}\p{Co}\p{Cs}\p{Cn}\uFFFD]/gu;
const LETTERS = /[\p{L}\p{N}]/gu;
/** What some readers write for a glyph without a name: "(cid:12)", "/G01". */
const UNNAMED = /\(cid:\d+\)|\/[Gg]\d{2,3}\b/gu;
const LATIN = /\p{Script=Latin}/gu;
const COMMON = /[aeinorst]/giu;
const DIGITS = /\p{N}/gu;
const WORDS = /\p{L}{2,}/gu;
/** A small letter before a large one, as hardly a name has: "eTd", "qZx". */
const MIXED = /\p{Ll}\p{Lu}/u;

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const lengthOf = (text: string, pattern: RegExp): number =>
  (text.match(pattern) ?? []).reduce((sum, found) => sum + found.length, 0);

const differentIn = (text: string, pattern: RegExp): number =>
  new Set(text.toLowerCase().match(pattern) ?? []).size;

/** Letters that come as in no language, or words that change their case: they were exchanged for others. */
const isExchanged = (text: string): boolean => {
  const plain = text.normalize('NFD');
  const latin = countOf(plain, LATIN);
  if (latin < LEAST_LATIN || countOf(plain, DIGITS) > MOST_DIGITS * latin) return false;
  if (countOf(plain, COMMON) < LEAST_COMMON * latin) return true;
  if (differentIn(plain, LATIN) < LEAST_DIFFERENT) return true;
  const words = text.match(WORDS) ?? [];
  return words.filter((word) => MIXED.test(word)).length > MOST_MIXED * words.length;
};

/**
 * Whether the text of one page is garbage, from 40 signs on: a rule of our own, held against texts of many languages.
 */
export const isGarbled = (text: string): boolean => {
  const signs = text.replace(/\s/gu, '').length;
  if (signs < LEAST_SIGNS) return false;
  const unknown = countOf(text, UNKNOWN) + lengthOf(text, UNNAMED);
  if (unknown > MOST_UNKNOWN * signs) return true;
  return countOf(text, LETTERS) < LEAST_LETTERS * signs || isExchanged(text);
};
