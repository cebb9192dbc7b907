/**
 * Whether a decoded text is clean: a language uses all of its letters, and each of its marks is where writers put it.
 * Of the readings of a short text often one alone is, while there are too few letters to count how they follow each
 * other.
 */
import { english, latinLanguages, otherLanguages, type WrittenLanguage } from './languages-in-letters.ts';

const LETTER = /\p{L}|\p{M}/u;
const FOREIGN = /\P{ASCII}/gu;

/** The places of marks, by the text before and after them. */
type Place = { readonly before: RegExp; readonly after: RegExp };
type MarkRule = { readonly marks: RegExp; readonly places: readonly Place[] };

const opening: Place = {
  before: /(?:^|[\s([{\-–—/"'“‘„«‹¿¡\u00A0])$/u,
  after: /^[\p{L}\p{N}"'“‘„«¿¡(.…$€£]/u,
};
const closing: Place = { before: /[\p{L}\p{N}\p{M}\p{P}%€£$]$/u, after: /^(?:$|[^\p{L}\p{N}])/u };
const ANY = /^/u;

const marks: readonly MarkRule[] = [
  { marks: /[„‚¿¡]/u, places: [opening] },
  { marks: /[“”‘]/u, places: [opening, closing] },
  { marks: /’/u, places: [opening, closing, { before: /\p{L}$/u, after: /^\p{L}/u }] },
  {
    marks: /[«»‹›]/u,
    places: [
      opening,
      closing,
      { before: /(?:^|\s)$/u, after: /^[\s\u00A0\u202F]/u },
      { before: /[\s\u00A0\u202F]$/u, after: /^(?:$|[^\p{L}\p{N}])/u },
    ],
  },
  {
    marks: /[–—]/u,
    places: [
      { before: /(?:^|[\s\u00A0])$/u, after: /^[\s\u00A0]/u },
      { before: /\d$/u, after: /^\d/u },
      { before: /\p{L}{3}[”’»")]?$/u, after: /^[“‘«"(]?\p{L}{3}/u },
      { before: /\p{L}{2}$/u, after: /^[”"’»]/u },
    ],
  },
  {
    marks: /…/u,
    places: [
      { before: /[\p{L}\p{N}\s\p{P}]$/u, after: /^(?:$|[^\p{L}\p{N}])/u },
      { before: /(?:^|[\s“"«„(])$/u, after: /^\p{L}{2}/u },
    ],
  },
  // A space that no line breaks at: beside a number or a mark, in none of which a letter is lost.
  {
    marks: /\u00A0/u,
    places: [
      { before: /[\d«–—%§$€£]$/u, after: ANY },
      { before: ANY, after: /^[\d»:;!?–—%€£]/u },
    ],
  },
  { marks: /[•·]/u, places: [{ before: /(?:^|\s)$/u, after: /^\s/u }] },
  {
    marks: /[€£¥]/u,
    places: [
      { before: /\d\s?$/u, after: /^(?:$|[^\p{L}])/u },
      { before: ANY, after: /^\s?\d/u },
    ],
  },
  { marks: /[§№]/u, places: [{ before: /(?:^|[\s(§])$/u, after: /^[\s§]?\s?\d?/u }] },
  { marks: /°/u, places: [{ before: /\d\s?$/u, after: /^(?:$|[^\p{L}]|[CF]\b)/u }] },
  { marks: /[ºª]/u, places: [{ before: /(?:\d|\b[nN])$/u, after: /^(?:$|[^\p{L}])/u }] },
  { marks: /[©®™]/u, places: [{ before: ANY, after: /^(?:$|[^\p{L}])/u }] },
  {
    marks: /[½¼¾²³]/u,
    places: [
      { before: /[\d\s]$/u, after: /^(?:$|[^\p{L}])/u },
      { before: /m$/u, after: /^(?:$|[^\p{L}])/u },
    ],
  },
  { marks: /×/u, places: [{ before: /[\d\s]$/u, after: /^[\d\s]/u }] },
  { marks: /[،؛؟]/u, places: [{ before: /\p{Script=Arabic}$/u, after: /^(?:$|\s|\p{P})/u }] },
];

/** As far as a rule looks. */
const LOOKED_AT = 4;

const isMarkInPlace = (text: string, mark: string, at: number): boolean => {
  const before = text.slice(Math.max(0, at - LOOKED_AT), at);
  const after = text.slice(at + mark.length, at + mark.length + LOOKED_AT);
  return marks.some(
    (rule) =>
      rule.marks.test(mark) &&
      rule.places.some((place) => place.before.test(before) && place.after.test(after)),
  );
};

const areMarksInPlace = (text: string): boolean =>
  [...text.matchAll(FOREIGN)].every(
    ({ 0: mark, index }) => LETTER.test(mark) || isMarkInPlace(text, mark, index),
  );

const wordsIn = (text: string): readonly string[] =>
  text
    .replaceAll('İ', 'i')
    .toLowerCase()
    .match(/[\p{L}\p{M}]+/gu) ?? [];

const foreignIn = (text: string): readonly string[] =>
  [...text].filter((letter) => letter > '\u007F' && LETTER.test(letter));

const countLetters = (words: readonly string[]): number => words.reduce((sum, word) => sum + word.length, 0);

/** Whether `words` are in order in `language`: its letters alone, none of them a word that it does not have. */
const isWrittenIn = (words: readonly string[], language: WrittenLanguage): boolean =>
  words.every((word) => {
    const foreign = foreignIn(word);
    const isAlone = foreign.length > 0 && [...word].length === 1;
    return foreign.every((letter) => language.letters.has(letter)) && (!isAlone || language.alone.has(word));
  });

/** The least share of letters of its own in a text of another alphabet. */
const MIN_OWN = 1 / 3;
/** The largest share of letters beyond ASCII in an English text. */
const MAX_LOANED = 0.08;

const isOtherScript = (words: readonly string[], foreign: readonly string[]): boolean =>
  foreign.every((letter) => !/\p{Script=Latin}/u.test(letter)) &&
  foreign.length >= countLetters(words) * MIN_OWN;

/** The languages that `text` may be in, by its letters. */
const languagesOf = (words: readonly string[], foreign: readonly string[]): readonly WrittenLanguage[] => {
  if (isOtherScript(words, foreign))
    return otherLanguages.filter(({ letters }) => foreign.every((letter) => letters.has(letter)));
  const isEnglish =
    foreign.length <= Math.max(1, countLetters(words) * MAX_LOANED) && isWrittenIn(words, english);
  return [...latinLanguages.filter((each) => isWrittenIn(words, each)), ...(isEnglish ? [english] : [])];
};

export type CleanReading = {
  /** How many frequent words it has of the language that has most of them. */
  readonly known: number;
  /** False if its words are of another language than its letters, as with a foreign name. */
  readonly isOwn: boolean;
};

const NAMES: CleanReading = { known: 0, isOwn: false };

/** Whether the letters may be those of foreign names: they are few, and no word by themselves. */
const mayBeNames = (words: readonly string[], foreign: readonly string[]): boolean =>
  foreign.every((letter) => /\p{Script=Latin}/u.test(letter) && !words.includes(letter)) &&
  foreign.length <= Math.max(1, countLetters(words) * MAX_LOANED);

const mostKnown = (words: readonly string[], languages: readonly WrittenLanguage[]): number =>
  Math.max(0, ...languages.map((language) => words.filter((word) => language.words.has(word)).length));

/** How clean `text` is; null if no language is written like that. Ideographs are not judged. */
export const readCleanly = (text: string): CleanReading | null => {
  if (!areMarksInPlace(text)) return null;
  const words = wordsIn(text);
  const foreign = words.flatMap(foreignIn);
  const languages = languagesOf(words, foreign);
  if (languages.length === 0) return mayBeNames(words, foreign) ? NAMES : null;
  const known = mostKnown(words, languages);
  return known >= mostKnown(words, [...latinLanguages, english]) ? { known, isOwn: true } : NAMES;
};
