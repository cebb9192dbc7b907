import type { TextEncoding } from '#domain/article/draft/text-encodings.ts';
import { decodeLeniently } from './decode-as.ts';
import { foreignWords } from './foreign-words.ts';

const MAX_BYTES = 160;
const SHOWN_CHARACTERS = 72;

/**
 * The first words of a text that are not all ASCII, as they read in `encoding`, on one line: by their letters a person
 * chooses.
 */
export const sampleWords = (bytes: Uint8Array, encoding: TextEncoding): string => {
  const { text } = decodeLeniently(foreignWords(bytes, MAX_BYTES), encoding);
  const words = [...new Set(text.split(/[\s\p{Cc}]+/u))].join(' ').trim();
  return [...words].slice(0, SHOWN_CHARACTERS).join('');
};
