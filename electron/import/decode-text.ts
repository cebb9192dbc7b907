/**
 * Bytes to text. Asked in this order: a byte order mark; UTF-16 that has none; what HTML says of itself; UTF-8,
 * which other encodings hardly ever happen to be; windows-1252, which everything is. What is no text in any of
 * them is told apart by its magic number, its NULs or its control characters.
 */
import type { ImportFailure } from '#domain/contract/errors.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { decodeWindows1252 } from './decode-windows-1252.ts';
import { detectUtf16 } from './detect-utf-16.ts';

/** A decoded text without its byte order mark; `encoding` is a name of the WHATWG Encoding Standard. */
export type DecodedText = { readonly text: string; readonly encoding: string };

const byteOrderMarks = [
  { encoding: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
] as const;

/** The beginnings of files that hold no text, though their first bytes may be taken for some. */
const magicNumbers: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46, 0x2d], // %PDF-
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0x47, 0x49, 0x46, 0x38], // GIF8
  [0xff, 0xd8, 0xff], // JPEG
  [0x50, 0x4b, 0x03, 0x04], // zip
  [0x1f, 0x8b], // gzip
  [0x7f, 0x45, 0x4c, 0x46], // ELF
];

/** How far into a page its declaration of an encoding is looked for. */
const DECLARATION_BYTES = 4096;

/** Controls that stand in no text, and what a decoder puts in the place of bytes that it can't read. */
const SUSPECT = /(?!\s)[\p{Cc}\uFFFD]/gu;
const MOST_SUSPECT_SHARE = 0.02;

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

const isBinary = (text: string): boolean =>
  (text.match(SUSPECT)?.length ?? 0) > text.length * MOST_SUSPECT_SHARE;

const decode = (bytes: Uint8Array, encoding: string): DecodedText => ({
  encoding,
  text: encoding === 'windows-1252' ? decodeWindows1252(bytes) : new TextDecoder(encoding).decode(bytes),
});

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

/** The name of the encoding that a label of the Encoding Standard stands for, null where it is none. */
const encodingOf = (label: string): string | null => {
  try {
    const { encoding } = new TextDecoder(label);
    // A declaration that could be read as ASCII is not in UTF-16, whatever it says.
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  } catch {
    return null;
  }
};

const declaredEncoding = (bytes: Uint8Array): string | null => {
  const start = Buffer.from(bytes.subarray(0, DECLARATION_BYTES)).toString('latin1');
  const declared =
    /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w:.-]+)/iu.exec(start) ??
    /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w:.-]+)/iu.exec(start);
  return declared?.[1] === undefined ? null : encodingOf(declared[1]);
};

const eightBitEncoding = (bytes: Uint8Array, isHtml: boolean): string => {
  const declared = isHtml ? declaredEncoding(bytes) : null;
  // The one encoding in use whose bytes are all valid UTF-8 and yet mean something else.
  if (declared === 'iso-2022-jp') return declared;
  return isUtf8(bytes) ? 'utf-8' : (declared ?? 'windows-1252');
};

const detectEncoding = (bytes: Uint8Array, isHtml: boolean): string | null => {
  const marked = byteOrderMarks.find(({ mark }) => startsWith(bytes, mark));
  if (marked !== undefined) return marked.encoding;
  if (magicNumbers.some((magic) => startsWith(bytes, magic))) return null;
  return detectUtf16(bytes) ?? (bytes.includes(0) ? null : eightBitEncoding(bytes, isHtml));
};

/** The text of a file; `file-empty` where it has no character, `file-binary` where it is no text. */
export const decodeText = (
  bytes: Uint8Array,
  { isHtml }: { readonly isHtml: boolean },
): Result<DecodedText, ImportFailure> => {
  if (bytes.length === 0) return err('file-empty');
  const encoding = detectEncoding(bytes, isHtml);
  if (encoding === null) return err('file-binary');
  const decoded = decode(bytes, encoding);
  if (decoded.text === '') return err('file-empty');
  return isBinary(decoded.text) ? err('file-binary') : ok(decoded);
};
