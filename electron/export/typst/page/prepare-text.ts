/** Prepares text for paper: adds for Typst what a browser does by itself. */
import type { Footnote, ForeignWords } from '#domain/memo/document-run.ts';
import { hanFamilyOf } from '../han-faces.ts';

/** Typst gives a tab no width; an em space is about as wide as readers expect. */
const TAB = /\t/g;
const EM_SPACE = '\u2003';

/** PDF/UA forbids U+FEFF within text. U+2060 is its replacement in Unicode. */
const BYTE_ORDER_MARK = /\uFEFF/g;
const WORD_JOINER = '\u2060';

/**
 * A line-break opportunity that is not part of the text: the template draws it as a box without width, so that copied
 * text has no added characters. U+FDD0 is a Unicode noncharacter, reserved for such internal use; no text contains it.
 */
export const BREAK = '\uFDD0';

/**
 * A run of this many characters without a break opportunity would extend beyond the page; in a title letters are twice
 * as wide.
 */
const characters = String.raw`[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}\p{M}_+=~^$&#%@|\\/*.:;,-]`;
const UNBROKEN = new RegExp(`${characters}{49,}`, 'gu');
const BREAK_EVERY = 24;
const UNBROKEN_IN_TITLE = new RegExp(`${characters}{28,}`, 'gu');
const BREAK_EVERY_IN_TITLE = 14;

/** A word that can be hyphenated in its language, if it is not wider than a line of the text. */
const hyphenatedWord = /^[\p{L}\p{M}-]{1,60}[.,:;]*$/u;

/** Languages for which Typst can hyphenate. */
const parted =
  /^(?:af|be|bg|cs|da|de|el|en|es|et|fi|fr|hr|hu|is|it|ka|ku|la|lt|mn|nb|nl|nn|pl|pt|ru|sk|sl|sq|sr|sv|tk|tr|uk)$/u;

/** Words of a title or heading that are hyphenated only because of their length. */
const longWord = /[\p{L}\p{M}]{24,}/u;

/** Whether `headings` in `language` contain words that must be hyphenated, and can be. */
export const partsHeadings = (headings: readonly string[], language: string): boolean =>
  parted.test(language) && headings.some((heading) => longWord.test(heading));

/** A word that is wider than a column of a table may be. */
const longCellWord = /[\p{L}\p{M}]{20,}/u;

/** Whether cells of tables in `language` contain words that must be hyphenated, and can be. */
export const partsCells = (cells: readonly string[], language: string): boolean =>
  parted.test(language) && cells.some((cell) => longCellWord.test(cell));

/** `items` in groups of `size`. */
const inGroups = (items: readonly string[], size: number): readonly string[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size).join(''),
  );

const breakUp = (word: string, every: number): string => inGroups(Array.from(word), every).join(BREAK);

/** An address as typed, up to the punctuation that ends its sentence. */
const ADDRESS =
  /(?:https?:\/\/|www\.)[^\s<>"“”„«»‹›\u3000-\u303F\uFF00-\uFFEF]*[^\s<>"“”„«»‹›\u3000-\u303F\uFF00-\uFFEF.,;:!?)\]}'’،؛؟]|[\p{L}\p{N}._+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu;

/** Every address contains one of these. */
const holdsAddress = /:\/\/|www\.|@/iu;

/** `text` in parts, every second one an address. */
export const splitAddresses = (text: string): readonly string[] => {
  if (!holdsAddress.test(text)) return [text];
  const parts: string[] = [];
  let from = 0;
  for (const { index, 0: address } of text.matchAll(ADDRESS)) {
    parts.push(text.slice(from, index), address);
    from = index + address.length;
  }
  return [...parts, text.slice(from)];
};

/** Shorter than any run that needs breaks: most texts contain none so long. */
const longRun = /\S{28}/u;

/** Words that `hyphenates` covers are left to Typst. */
const breakWords = (text: string, pattern: RegExp, every: number, hyphenates: boolean): string =>
  !longRun.test(text)
    ? text
    : text.replace(pattern, (word) =>
        hyphenates && hyphenatedWord.test(word) ? word : breakUp(word, every),
      );

/**
 * The text with break opportunities in addresses and in words that are wider than a line, and without characters that
 * can't be printed.
 * @param hyphenates whether the language hyphenates long words
 */
export const prepareText = (text: string, hyphenates = false): string =>
  splitAddresses(text.replace(TAB, EM_SPACE).replace(BYTE_ORDER_MARK, WORD_JOINER))
    .map((part, at) =>
      at % 2 === 1 ? piecesOf(part).join(BREAK) : breakWords(part, UNBROKEN, BREAK_EVERY, hyphenates),
    )
    .join('');

/** The same with the wider letters of a title. */
export const prepareTitle = (text: string, hyphenates: boolean): string =>
  prepareText(breakWords(text, UNBROKEN_IN_TITLE, BREAK_EVERY_IN_TITLE, hyphenates), hyphenates);

/** Typst accepts only a primary subtag of two or three letters. */
export const typstLanguage = (language: string | null): string | null => {
  const primary = language?.toLowerCase().split('-')[0] ?? '';
  return /^[a-z]{2,3}$/.test(primary) ? primary : null;
};

/** The language for Typst, and the font of its Chinese characters, which Typst does not derive from it. */
export const typstVoice = (language: string | null) => ({
  lang: typstLanguage(language),
  face: hanFamilyOf(language),
});

/** The original of a translation within a footnote, in its own language and direction. */
export type ForeignRun = { readonly kind: 'foreign' } & ForeignWords & ReturnType<typeof typstVoice>;

export const foreignRuns = ({ original }: Footnote): readonly ForeignRun[] =>
  original === undefined ? [] : [{ kind: 'foreign', ...original, ...typstVoice(original.lang) }];

const SCHEME = /^https:\/\//iu;
const MAX_PIECE = 60;
const CUT_PIECE = 20;

/** An address as displayed, without `https://`. */
export const shownAddress = (url: string): string => url.replace(SCHEME, '');

const piecesOf = (address: string): readonly string[] =>
  (address.match(/^(?:https?:\/\/)?[^/]*\/*|[^/]*\/+|[^/]+$/giu) ?? []).flatMap((piece) =>
    piece.length <= MAX_PIECE ? [piece] : inGroups(Array.from(piece), CUT_PIECE),
  );

/**
 * The displayed address in pieces: a line may break only between two of them, which is after a slash. No character is
 * added, so that it copies unchanged; a piece that is wider than a line is cut.
 */
export const addressPieces = (url: string): readonly string[] => piecesOf(shownAddress(url));

export const MAILTO = /^mailto:/iu;
const invisible = new RegExp(`[\\u2060${BREAK}]`, 'gu');

/** An address without the parts that a writer leaves out. */
export const bareAddress = (address: string): string =>
  shownAddress(address.replace(invisible, '').trim()).replace(MAILTO, '').replace(/\/$/u, '').toLowerCase();

/** The link target of an address that was typed without a scheme. */
export const hrefOfTyped = (address: string): string => {
  if (/^www\./iu.test(address)) return `https://${address}`;
  return address.includes('@') && !address.includes('/') ? `mailto:${address}` : address;
};
