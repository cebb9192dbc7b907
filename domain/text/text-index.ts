import { countWhile } from './sequences/count-while.ts';
/**
 * Converts offsets of one text between UTF-16 code units (in memory) and Unicode code points (in files, answers of
 * the command line, and exports). Only characters outside the basic plane make the two differ, so the index keeps
 * just their places: a text of 200 000 characters with three emoji costs three numbers.
 */

/** Offsets outside the text are a bug of the caller and throw a RangeError. */
export type TextIndex = {
  readonly text: string;
  /** Length in code points. */
  readonly codePointLength: number;
  /** UTF-16 offset → code point offset. An offset inside a surrogate pair counts the pair as passed. */
  toCodePoint(utf16: number): number;
  /** Code point offset → UTF-16 offset; never inside a surrogate pair. */
  toUtf16(codePoint: number): number;
};

const pairs = /[\ud800-\udbff][\udc00-\udfff]/g;

/** How many elements of ascending `sorted` are smaller than `value`. */
const countBelow = (sorted: readonly number[], value: number): number =>
  countWhile(sorted, (element) => element < value);

const assertWithin = (offset: number, length: number): void => {
  if (!Number.isInteger(offset) || offset < 0 || offset > length) {
    throw new RangeError(`offset ${offset} is outside a text of length ${length}`);
  }
};

/** The index of `text`. Linear once; each conversion is logarithmic in the number of astral characters. */
export const indexText = (text: string): TextIndex => {
  const pairStarts = Array.from(text.matchAll(pairs), (match) => match.index);
  const pairStartsInCodePoints = pairStarts.map((start, passed) => start - passed);
  const codePointLength = text.length - pairStarts.length;
  return {
    text,
    codePointLength,
    toCodePoint(utf16) {
      assertWithin(utf16, text.length);
      return utf16 - countBelow(pairStarts, utf16);
    },
    toUtf16(codePoint) {
      assertWithin(codePoint, codePointLength);
      return codePoint + countBelow(pairStartsInCodePoints, codePoint);
    },
  };
};

/** Of one character in UTF-8, in bytes. */
export const utf8Length = (character: string): number => {
  const codePoint = character.codePointAt(0) ?? 0;
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
};
