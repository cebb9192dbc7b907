/**
 * Whether a decoded text looks like writing at all. A detector weighs letters by how often they follow each other; what
 * it does not see is that nobody writes a mathematical sign or a letter of another script in the middle of a word.
 */

const scripts = ['Latin', 'Cyrillic', 'Greek', 'Hebrew', 'Arabic', 'Thai'].map(
  (script) => new RegExp(`\\p{Script=${script}}`, 'u'),
);
const LETTER = /[\p{L}\p{M}]/u;
const CAPITAL = /\p{Lu}/u;
const SMALL = /\p{Ll}/u;
const SIGN = /[\p{S}\p{No}]/u;
/** Signs that do stand beside a letter. */
const USUAL_SIGN = /[€£©®™°№]/u;
/** Letters of legacy encodings that hardly any language writes, and the narrow katakana of old machines. */
const RARE_LETTER = /[ªºƒ\uFF61-\uFF9F]/u;

/** The alphabet of a letter; -1 for none, as for an ideograph, which stands beside any. */
const alphabetOf = (character: string): number => scripts.findIndex((script) => script.test(character));

const IDEOGRAPH = /\p{Script=Han}/u;
const SMALL_LATIN = /[a-z]/u;

const isOddLetter = (before: string, letter: string, after: string): boolean => {
  if (RARE_LETTER.test(letter)) return true;
  if (IDEOGRAPH.test(letter)) return SMALL_LATIN.test(before) && SMALL_LATIN.test(after);
  const alphabet = alphabetOf(letter);
  const isOther = (neighbour: string): boolean => {
    const other = alphabetOf(neighbour);
    return LETTER.test(neighbour) && other !== -1 && other !== alphabet;
  };
  if (alphabet !== -1 && (isOther(before) || isOther(after))) return true;
  return (CAPITAL.test(letter) && SMALL.test(before)) || (SMALL.test(letter) && CAPITAL.test(after));
};

const isOdd = (before: string, character: string, after: string): boolean => {
  if (LETTER.test(character)) return isOddLetter(before, character, after);
  const isBesideLetter = alphabetOf(before) !== -1 || alphabetOf(after) !== -1;
  return SIGN.test(character) && !USUAL_SIGN.test(character) && isBesideLetter;
};

/** Of the characters of `text` that are not ASCII, and are in `among`, the share that stands where no writing has it, 0 to 1. */
export const oddShare = (text: string, among = /\P{ASCII}/u): number => {
  const characters = [...text];
  let foreign = 0;
  let odd = 0;
  for (const [index, character] of characters.entries()) {
    if (character <= '\u007F' || !among.test(character)) continue;
    foreign += 1;
    if (isOdd(characters[index - 1] ?? ' ', character, characters[index + 1] ?? ' ')) odd += 1;
  }
  return foreign === 0 ? 0 : odd / foreign;
};

/** Of the letters of `text` the share that is ASCII, 0 to 1; 0 for none. */
export const latinShare = (text: string): number => {
  const letters = text.match(/\p{L}/gu) ?? [];
  const plain = letters.filter((letter) => letter <= '\u007F').length;
  return letters.length === 0 ? 0 : plain / letters.length;
};

/** Where the punctuation stands that word processors put into English: by the characters on either side. */
const typographic: readonly (readonly [marks: RegExp, place: RegExp])[] = [
  [/[“‘„]/u, /^[\s([\-–—“‘„"'/]\S$/u],
  [/[”’]/u, /^\S[\s\S]$/u],
  [/[–—\u00A0]/u, /^[\s\S]{2}$/u],
  [/[…€•§]/u, /^(?:\W[\s\S]|[\s\S]\W)$/u],
];

/** Whether all that is not ASCII in `text` is typographic punctuation, each mark where it belongs; false for none. */
export const isTypographicOnly = (text: string): boolean => {
  const foreign = [...text.matchAll(/\P{ASCII}/gu)];
  return (
    foreign.length > 0 &&
    foreign.every(({ 0: mark, index }) => {
      const place = `${text[index - 1] ?? ' '}${text[index + 1] ?? ' '}`;
      return typographic.some(([marks, pattern]) => marks.test(mark) && pattern.test(place));
    })
  );
};
