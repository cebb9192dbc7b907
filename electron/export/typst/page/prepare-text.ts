/** Text as paper asks for it: what a screen shows by itself, Typst is told. */
import { printedWords } from '#domain/memo/print/printed-words.ts';
import { hanFamilyOf } from '../han-faces.ts';

/** Typst draws no width for a tab; an em space is as wide as the white space that a reader expects. */
const TAB = /\t/g;
const EM_SPACE = '\u2003';

/** PDF/UA forbids U+FEFF within text. U+2060 is the character that Unicode has put in its place. */
const BYTE_ORDER_MARK = /\uFEFF/g;
const WORD_JOINER = '\u2060';

/**
 * A run of so many characters without a place to break would leave the page; in a title its letters are twice as wide.
 */
const characters = String.raw`[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}\p{M}_+=~^$&#%@|\\/*.:;,-]`;
const UNBROKEN = new RegExp(`${characters}{49,}`, 'gu');
const BREAK_EVERY = 24;
const UNBROKEN_IN_TITLE = new RegExp(`${characters}{28,}`, 'gu');
const BREAK_EVERY_IN_TITLE = 14;
const ZERO_WIDTH_SPACE = '\u200B';

const NO_BREAK_SPACE = '\u00A0';
const date = new RegExp(`(\\d{1,2}) (${printedWords.date.months.join('|')}) (\\d{4})`, 'gu');

/** `items` in groups of `size`. */
const inGroups = (items: readonly string[], size: number): readonly string[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size).join(''),
  );

const breakUp = (word: string, every: number): string =>
  inGroups(Array.from(word), every).join(ZERO_WIDTH_SPACE);

/** The text with places to break in words that are wider than a line, and without what can't be printed. */
export const prepareText = (text: string): string =>
  text
    .replace(TAB, EM_SPACE)
    .replace(BYTE_ORDER_MARK, WORD_JOINER)
    .replace(UNBROKEN, (word) => breakUp(word, BREAK_EVERY));

/** The same for the letters of a title. */
export const prepareTitle = (text: string): string =>
  prepareText(text.replace(UNBROKEN_IN_TITLE, (word) => breakUp(word, BREAK_EVERY_IN_TITLE)));

/** Keeps "24 April 2024" on one line. */
export const keepDates = (text: string): string =>
  text.replace(date, ['$1', '$2', '$3'].join(NO_BREAK_SPACE));

/** Typst takes a primary subtag of two or three letters and nothing else. */
export const typstLanguage = (language: string | null): string | null => {
  const primary = language?.toLowerCase().split('-')[0] ?? '';
  return /^[a-z]{2,3}$/.test(primary) ? primary : null;
};

/** The language as Typst takes it, and the face of its Chinese characters, which Typst would not know of it. */
export const typstVoice = (language: string | null) => ({
  lang: typstLanguage(language),
  face: hanFamilyOf(language),
});

const SCHEME = /^https:\/\//iu;
const MAX_PIECE = 60;
const CUT_PIECE = 20;

/** An address as it is read, without `https://`. */
export const shownAddress = (url: string): string => url.replace(SCHEME, '');

/**
 * The address as it is read, in pieces: a line breaks between two of them and nowhere else, which is behind a slash. No
 * character is added, so that it copies as it stands; a piece that is wider than a line is cut.
 */
export const addressPieces = (url: string): readonly string[] =>
  (shownAddress(url).match(/[^/]*\/+|[^/]+$/gu) ?? []).flatMap((piece) =>
    piece.length <= MAX_PIECE ? [piece] : inGroups(Array.from(piece), CUT_PIECE),
  );
