import type { TextEncoding } from '#domain/article/draft/text-encodings.ts';
import { decodeByTable, isTabled } from './decode-by-table.ts';
import { decodeUtf32 } from './decode-utf-32.ts';

/** Whether this system has a decoder for `encoding`: not every ICU holds them all. */
const canDecode = (encoding: string): boolean => {
  try {
    return new TextDecoder(encoding).encoding !== '';
  } catch {
    return false;
  }
};

const decodeWithMarks = (bytes: Uint8Array, encoding: TextEncoding): string => {
  if (isTabled(encoding)) return decodeByTable(bytes, encoding);
  if (encoding === 'utf-32le' || encoding === 'utf-32be') return decodeUtf32(bytes, encoding);
  return canDecode(encoding) ? new TextDecoder(encoding).decode(bytes) : '\uFFFD'.repeat(bytes.length);
};

/** The text of `bytes` in `encoding`; null where a single byte of them can't be read so. */
export const decodeStrictly = (bytes: Uint8Array, encoding: TextEncoding): string | null => {
  if (isTabled(encoding)) return decodeByTable(bytes, encoding);
  if (encoding.startsWith('utf-32')) {
    const text = decodeWithMarks(bytes, encoding);
    return text.includes('\uFFFD') ? null : text;
  }
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** A text of which some bytes may not have been readable: each such place is U+FFFD in it. */
export type LenientText = { readonly text: string; readonly unreadable: number };

const countMarks = (text: string): number => text.match(/\uFFFD/g)?.length ?? 0;

/** The text of `bytes` in `encoding`, and how many places of it could not be read. */
export const decodeLeniently = (bytes: Uint8Array, encoding: TextEncoding): LenientText => {
  const strict = decodeStrictly(bytes, encoding);
  if (strict !== null) return { text: strict, unreadable: 0 };
  const text = decodeWithMarks(bytes, encoding);
  return { text, unreadable: countMarks(text) };
};
