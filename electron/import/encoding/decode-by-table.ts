/**
 * The encodings of one byte a character that Node's TextDecoder lacks or gets wrong, written out. It takes the whole of
 * windows-1252 for latin-1, and so loses every curly quotation mark; it has no table of DOS but that of Russian.
 */
import type { TextEncoding } from '#domain/article/draft/text-encodings.ts';

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

export type TabledEncoding = keyof typeof tables;

export const isTabled = (encoding: TextEncoding): encoding is TabledEncoding =>
  Object.hasOwn(tables, encoding);

/** Decodes any bytes at all: these tables have no invalid ones. */
export const decodeByTable = (bytes: Uint8Array, encoding: TabledEncoding): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u00FF]/g, (high) => tables[encoding][high.charCodeAt(0) - 0x80] ?? high);
