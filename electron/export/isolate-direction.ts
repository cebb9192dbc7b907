import type { Footnote } from '#domain/memo/document-run.ts';
import type { Direction } from '#domain/memo/memo-document.ts';
import { englishWords, type PrintedWords } from '#domain/memo/print/printed-words.ts';
import { isRightToLeftLanguage, rightToLeftLetters } from '#domain/text/right-to-left.ts';

const RIGHT_TO_LEFT_ISOLATE = '\u2067';
const POP_ISOLATE = '\u2069';

/**
 * A right-to-left quote in a left-to-right line of plain text is isolated, so that the adjacent punctuation stays in
 * place (Unicode UAX 9).
 */
export const isolateDirection = (text: string, dir: Direction): string =>
  dir === 'rtl' ? `${RIGHT_TO_LEFT_ISOLATE}${text}${POP_ISOLATE}` : text;

/** A name or a title goes on behind a colon or a number where letters of its script follow. */
const RIGHT_TO_LEFT = new RegExp(
  `[${rightToLeftLetters}](?:[${rightToLeftLetters}\\p{M} .…'’״׳-]|[:،؛؟\\p{N} ]+(?=[${rightToLeftLetters}]))*`,
  'gu',
);
const LEFT_TO_RIGHT_ISOLATE = '\u2066';
const FIRST_STRONG_ISOLATE = '\u2068';
const LEFT_TO_RIGHT_MARK = '\u200E';
const RIGHT_TO_LEFT_MARK = '\u200F';

const enclose = (text: string, before: string, after: string): string =>
  text.replace(RIGHT_TO_LEFT, (name) => {
    const trimmed = name.trimEnd();
    return `${before}${trimmed}${after}${name.slice(trimmed.length)}`;
  });

/**
 * Left-to-right words and numbers in a right-to-left line: "TLP:AMBER", "PM-2024-017". A number behind a comma belongs
 * to a date instead; one that a letter follows, as in "18:20:00.638Z", is part of the word.
 */
const LEFT_TO_RIGHT =
  /(?:\p{N}[\p{N}.:]*)?[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}](?:(?:(?!, \p{N})[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}\p{N} .,'’&:/+–-])*[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}\p{N}])?…?/gu;

type Said = Pick<PrintedWords, 'tag'>;

const isFromRight = ({ tag }: Said): boolean => isRightToLeftLanguage(tag);

/**
 * Isolates names in another script than that of the surrounding words, so that the dates and numbers after them keep
 * their place (Unicode UAX 9).
 */
export const isolateNames = (text: string, words: Said = englishWords): string =>
  isFromRight(words)
    ? text.replace(LEFT_TO_RIGHT, isolateNumber)
    : enclose(text, FIRST_STRONG_ISOLATE, POP_ISOLATE);

/**
 * "[1
 * 8]" in its order, even in a right-to-left line.
 */
export const isolateSign = (sign: string, words: Said): string =>
  isFromRight(words) ? isolateNumber(sign) : sign;

/** The words of a footnote; a right-to-left original keeps its place, and so do the names after it. */
export const isolatedFootnote = ({ text, original }: Footnote, words: Said = englishWords): string =>
  original === undefined
    ? text
    : `${isolateDirection(original.text, original.dir)}${isolateNames(text, words)}`;

/** Keeps "1 204" and "–3 %" in their order within a right-to-left line. */
export const isolateNumber = (text: string): string => `${LEFT_TO_RIGHT_ISOLATE}${text}${POP_ISOLATE}`;

/** Words in brackets that run from left to right, up to a sign behind them, such as "(Gunvor Ltd.". */
const BRACKETED = new RegExp(
  `[(\\[][^()\\[\\]${rightToLeftLetters}]*\\p{Script=Latin}[^()\\[\\]${rightToLeftLetters}]*[^()\\[\\]${rightToLeftLetters}\\p{L}\\p{N}\\s](?=[)\\]])`,
  'gu',
);

/**
 * Keeps the full stop of "(Gunvor Ltd.)" at its place in a right-to-left line: before the closing bracket it would take
 * the direction of the line, and be printed before the name. An invisible mark behind it resets that.
 */
export const endBracketed = (text: string, words: Said): string =>
  isFromRight(words) ? text.replace(BRACKETED, (name) => name + LEFT_TO_RIGHT_MARK) : text;

/** Keeps "–/3 via …" in its order: without a letter before it, the dash would move to the other side of the digit. */
export const isolateGrade = (line: string): string =>
  line.replace(/^[A-F–]\/?[1-6–]/u, (grade) => (grade.includes('–') ? isolateNumber(grade) : grade));

/**
 * Does the same as isolateNames for Word, which does not support isolates in text: an invisible mark resets the
 * direction.
 */
export const endNames = (text: string, words: Said = englishWords): string =>
  isFromRight(words)
    ? text.replace(LEFT_TO_RIGHT, (name) => name + RIGHT_TO_LEFT_MARK)
    : enclose(text, '', LEFT_TO_RIGHT_MARK);
