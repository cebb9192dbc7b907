import type { TextEncoding } from '#domain/article/draft/text-encodings.ts';

/** Whether this system has a decoder for `encoding`: not every build of ICU contains them all. */
const canDecode = (encoding: string): boolean => {
  try {
    return new TextDecoder(encoding).encoding !== '';
  } catch {
    return false;
  }
};

/**
 * The single-byte encodings that Node's TextDecoder lacks or gets wrong, as tables. It decodes windows-1252 as latin-1,
 * and so loses every curly quotation mark; of the DOS encodings it has only the Russian one.
 */

const latin1 = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, more) => String.fromCharCode(from + more)).join('');

/** The characters of the bytes from 0x80 on. */
const tables = {
  /** As in the WHATWG Encoding Standard: latin-1 except for 0x80 to 0x9F, of which five remain control characters. */
  'windows-1252': `€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ${latin1(0xa0, 0x100)}`,
  /** From Unicode's copy of the vendor's table (CP850.TXT). */
  ibm850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0',
} as const satisfies Partial<Record<TextEncoding, string>>;

type TabledEncoding = keyof typeof tables;

const isTabled = (encoding: TextEncoding): encoding is TabledEncoding => Object.hasOwn(tables, encoding);

/** Decodes any bytes: these tables have no invalid ones. */
const decodeByTable = (bytes: Uint8Array, encoding: TabledEncoding): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u00FF]/g, (high) => tables[encoding][high.charCodeAt(0) - 0x80] ?? high);

/** UTF-32, which TextDecoder does not support: four bytes are a code point. */

const MARK = 0xfeff;
const isCodePoint = (unit: number): boolean => unit <= 0x10ffff && (unit < 0xd800 || unit > 0xdfff);

type ByteOrder = 'utf-32le' | 'utf-32be';

/** The text of UTF-32 without its byte order mark; an invalid code point becomes U+FFFD. */
const decodeUtf32 = (bytes: Uint8Array, encoding: ByteOrder): string => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 4) {
    const isWhole = at + 4 <= bytes.length;
    const unit = isWhole ? view.getUint32(at, encoding === 'utf-32le') : Number.NaN;
    if (at === 0 && unit === MARK) continue;
    parts.push(isCodePoint(unit) ? String.fromCodePoint(unit) : '\uFFFD');
  }
  return parts.join('');
};

/** Enough to decide: other bytes are hardly ever valid code points in groups of four. */
const SAMPLED_BYTES = 64 * 1024;

/**
 * The byte order in which `bytes` are valid UTF-32, null if they are in neither. Every four bytes of text have a zero
 * at the same end, and are never all zero.
 */
export const detectUtf32 = (bytes: Uint8Array): ByteOrder | null => {
  if (bytes.length === 0 || bytes.length % 4 !== 0) return null;
  const sample = bytes.subarray(0, SAMPLED_BYTES);
  const orders = ['utf-32le', 'utf-32be'] as const;
  return orders.find((order) => !/[\0\uFFFD]/.test(decodeUtf32(sample, order))) ?? null;
};

const decodeWithMarks = (bytes: Uint8Array, encoding: TextEncoding): string => {
  if (isTabled(encoding)) return decodeByTable(bytes, encoding);
  if (encoding === 'utf-32le' || encoding === 'utf-32be') return decodeUtf32(bytes, encoding);
  return canDecode(encoding) ? new TextDecoder(encoding).decode(bytes) : '\uFFFD'.repeat(bytes.length);
};

/** The text of `bytes` in `encoding`; null if any of them is invalid in it. */
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

/** A text that may contain undecodable bytes: each such place is U+FFFD in it. */
export type LenientText = { readonly text: string; readonly unreadable: number };

const countMarks = (text: string): number => text.match(/\uFFFD/g)?.length ?? 0;

/** The text of `bytes` in `encoding`, and the number of places that could not be decoded. */
export const decodeLeniently = (bytes: Uint8Array, encoding: TextEncoding): LenientText => {
  const strict = decodeStrictly(bytes, encoding);
  if (strict !== null) return { text: strict, unreadable: 0 };
  const text = decodeWithMarks(bytes, encoding);
  return { text, unreadable: countMarks(text) };
};
