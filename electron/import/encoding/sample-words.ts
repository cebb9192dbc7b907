import type { TextEncoding } from '#domain/article/text-encodings.ts';
import { decodeLeniently } from './decode-as.ts';

const SAMPLED_BYTES = 160;
const SHOWN_CHARACTERS = 72;

const isSpace = (byte: number): boolean => byte <= 0x20;

/** A few words from the first that is not all ASCII, as they read in `encoding`, on one line; for a person to choose by. */
export const sampleWords = (bytes: Uint8Array, encoding: TextEncoding): string => {
  const first = bytes.findIndex((byte) => byte > 0x7f);
  if (first === -1) return '';
  // From a word's beginning, for in some encodings the bytes before decide how the next are read.
  const start = bytes.subarray(0, first).findLastIndex(isSpace) + 1;
  const words = bytes.subarray(start, start + SAMPLED_BYTES);
  const end = words.findLastIndex(isSpace);
  const { text } = decodeLeniently(end > 0 ? words.subarray(0, end) : words, encoding);
  return [...text.replace(/[\s\p{Cc}]+/gu, ' ').trim()].slice(0, SHOWN_CHARACTERS).join('');
};
