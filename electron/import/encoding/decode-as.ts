import type { TextEncoding } from '#domain/article/draft/text-encodings.ts';

/** Whether this system has a decoder for `encoding`: not every ICU holds them all. */
const canDecode = (encoding: string): boolean => {
  try {
    return new TextDecoder(encoding).encoding !== '';
  } catch {
    return false;
  }
};

/**
 * The encodings of one byte a character that Node's TextDecoder lacks or gets wrong, written out. It takes the whole of
 * windows-1252 for latin-1, and so loses every curly quotation mark; it has no table of DOS but that of Russian.
 */

const latin1 = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, more) => String.fromCharCode(from + more)).join('');

/** What the bytes from 0x80 on mean. */
const tables = {
  /** As the WHATWG Encoding Standard has it: latin-1 but for 0x80 to 0x9F, of which five stay control characters. */
  'windows-1252': `€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ${latin1(0xa0, 0x100)}`,
  /** By Unicode's table of the vendor's (CP850.TXT). */
  ibm850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0',
} as const satisfies Partial<Record<TextEncoding, string>>;

type TabledEncoding = keyof typeof tables;

const isTabled = (encoding: TextEncoding): encoding is TabledEncoding => Object.hasOwn(tables, encoding);

/** Decodes any bytes at all: these tables have no invalid ones. */
const decodeByTable = (bytes: Uint8Array, encoding: TabledEncoding): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u00FF]/g, (high) => tables[encoding][high.charCodeAt(0) - 0x80] ?? high);

/** UTF-32, which no TextDecoder reads: four bytes are a code point. */

const MARK = 0xfeff;
const isCodePoint = (unit: number): boolean => unit <= 0x10ffff && (unit < 0xd800 || unit > 0xdfff);

type ByteOrder = 'utf-32le' | 'utf-32be';

/** The text of UTF-32 without its byte order mark; what is no code point becomes U+FFFD. */
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

/** Enough to tell: hardly any other bytes are code points in fours. */
const SAMPLED_BYTES = 64 * 1024;

/**
 * The byte order in which `bytes` read as UTF-32, null where they do in neither. Text has a zero at the same end of
 * every four bytes and never four of them.
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
