/**
 * Decodes bytes to text. The encoding is determined in this order: a byte order mark; UTF-16 and UTF-32 without one;
 * the declaration of a web page; UTF-8, which texts in other encodings hardly ever match by chance, and of which a few
 * bytes may be broken; then a guess, with a flag whether it is certain. Files that are not text are detected by their
 * magic number, their NULs or their control characters.
 */
import type { TextEncoding } from '#domain/article/draft/text-encodings.ts';
import type { ImportFailure } from '#domain/contract/errors/import-errors.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { decodeLeniently, decodeStrictly, detectUtf32, type LenientText } from './decode-as.ts';
import { encodingOfLabel } from './encoding-of-label.ts';
import { guessEncoding } from './guess-encoding.ts';

/** A decoded text without its byte order mark. Places that could not be decoded are U+FFFD. */
export type DecodedText = LenientText & {
  readonly encoding: TextEncoding;
  /** False if the bytes may equally be in another encoding. */
  readonly isCertain: boolean;
  /** The possible encodings of the bytes, the likeliest first; empty if there is no choice to make. */
  readonly likely: readonly TextEncoding[];
};

export type DecodeOptions = {
  readonly isHtml: boolean;
  /** The encoding named by a person: no other is tried. */
  readonly encoding?: TextEncoding | undefined;
};

const byteOrderMarks = [
  { encoding: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-32le', mark: [0xff, 0xfe, 0x00, 0x00] },
  { encoding: 'utf-32be', mark: [0x00, 0x00, 0xfe, 0xff] },
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
] as const;

/** The first bytes of files that are not text, though they could be mistaken for it. */
const magicNumbers: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46, 0x2d], // %PDF-
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0x47, 0x49, 0x46, 0x38], // GIF8
  [0xff, 0xd8, 0xff], // JPEG
  [0x50, 0x4b, 0x03, 0x04], // zip
  [0x1f, 0x8b], // gzip
  [0x7f, 0x45, 0x4c, 0x46], // ELF
];

/** Control characters that do not occur in texts, and the replacement character for undecodable bytes. */
const SUSPECT = /(?!\s)[\p{Cc}\uFFFD]/gu;
const MAX_SUSPECT_SHARE = 0.02;
/** The number of them that may occur in the shortest text. */
const MAX_STRAY = 2;

/** The number of valid characters beyond ASCII that is required for one broken place. */
const RIGHT_FOR_ONE_BROKEN = 4;

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const certain = (encoding: TextEncoding, read: LenientText): DecodedText => ({
  ...read,
  encoding,
  isCertain: true,
  likely: read.unreadable === 0 ? [] : [encoding],
});

/** The text in `encoding` if almost nothing of it is broken, else null. */
const readMostly = (bytes: Uint8Array, encoding: TextEncoding): DecodedText | null => {
  const read = decodeLeniently(bytes, encoding);
  const right = countOf(read.text, /(?!\uFFFD)\P{ASCII}/gu);
  const isMostlyRight = read.unreadable * RIGHT_FOR_ONE_BROKEN <= right;
  return isMostlyRight ? certain(encoding, read) : null;
};

/** The escape sequences with which ISO-2022-JP switches to Japanese; all its bytes are ASCII. */
const TO_JAPANESE = ['\u001B$@', '\u001B$B'];

const readIso2022Jp = (bytes: Uint8Array): DecodedText | null => {
  if (!bytes.includes(0x1b)) return null;
  const ascii = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!TO_JAPANESE.some((sequence) => ascii.includes(sequence))) return null;
  const text = decodeStrictly(bytes, 'iso-2022-jp');
  return text === null ? null : certain('iso-2022-jp', { text, unreadable: 0 });
};

/** If nothing can be guessed, the text is shown as windows-1252, in which all bytes are valid. */
const readGuessed = async (bytes: Uint8Array, declared: TextEncoding | null): Promise<DecodedText> => {
  const { ranked, isCertain } = await guessEncoding(bytes);
  const likely = [...new Set([...ranked, ...(declared === null ? [] : [declared]), 'windows-1252' as const])];
  const readable = likely.map((encoding) => ({ encoding, ...decodeLeniently(bytes, encoding) }));
  const best = readable.find(({ unreadable }) => unreadable === 0) ?? readable[0];
  if (best === undefined) throw new Error('no encoding was tried');
  return { ...best, isCertain: isCertain && best.encoding === ranked[0], likely };
};

/** The part of a page in which its head is searched; the heads of some saved pages contain whole style sheets. */
const HEAD_BYTES = 1024 * 1024;

/** Parts of a page that may contain the words of a declaration without being one. */
const NOT_HEAD = /<!--[\s\S]*?(?:-->|$)|<(script|style|noscript|title|textarea)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;

const META = /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w:.-]+)/iu;
const XML = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w:.-]+)/iu;

/** The encoding that a page declares, null if it declares none that is supported. */
const declaredEncoding = (bytes: Uint8Array): TextEncoding | null => {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD_BYTES)).toString(
    'latin1',
  );
  const [head = ''] = start.replace(NOT_HEAD, '').split(/<body[\s>]/i, 1);
  const label = (META.exec(head) ?? XML.exec(head))?.[1];
  const encoding = label === undefined ? null : encodingOfLabel(label);
  // A page whose declaration is readable as ASCII can't be in UTF-16, even if it says so.
  return encoding?.startsWith('utf-16') || encoding?.startsWith('utf-32') ? 'utf-8' : encoding;
};

const readBytes = async (bytes: Uint8Array, isHtml: boolean): Promise<DecodedText> => {
  const declared = isHtml ? declaredEncoding(bytes) : null;
  const escaped = readIso2022Jp(bytes);
  if (escaped !== null) return escaped;
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 !== null) return certain('utf-8', { text: utf8, unreadable: 0 });
  if (declared !== null) {
    const read = decodeStrictly(bytes, declared);
    if (read !== null) return { ...certain(declared, { text: read, unreadable: 0 }), likely: [declared] };
  }
  return (
    (declared === null ? null : readMostly(bytes, declared)) ??
    readMostly(bytes, 'utf-8') ??
    (await readGuessed(bytes, declared))
  );
};

/**
 * UTF-16 without a byte order mark. In the wrong byte order, text becomes characters from all over Unicode; in the
 * right one it is well formed, contains spaces and line ends, and has no unassigned characters.
 */

const COMMON = /[\n\r\t\u0020-\u007E\u3000-\u3002\uFF0C]/gu;
const NEVER_IN_TEXT = /(?!\s)[\p{Cc}\p{Cn}\p{Co}]/u;

/** The least share of spaces, line ends, ASCII letters and CJK punctuation in a text. */
const MIN_COMMON_SHARE = 0.03;

const commonShare = (bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): number => {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return NEVER_IN_TEXT.test(text) ? 0 : (text.match(COMMON)?.length ?? 0) / text.length;
  } catch {
    // Not well formed in this byte order.
    return 0;
  }
};

/** The byte order in which `bytes` are text, null if they are in neither. Bytes without a NUL never are. */
const detectUtf16 = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  if (bytes.length % 2 === 1 || !bytes.includes(0)) return null;
  const little = commonShare(bytes, 'utf-16le');
  const big = commonShare(bytes, 'utf-16be');
  if (Math.max(little, big) < MIN_COMMON_SHARE) return null;
  return little > big ? 'utf-16le' : 'utf-16be';
};

const readUnicode = (bytes: Uint8Array): DecodedText | null => {
  const encoding =
    byteOrderMarks.find(({ mark }) => startsWith(bytes, mark))?.encoding ??
    (bytes.includes(0) ? (detectUtf16(bytes) ?? detectUtf32(bytes)) : null);
  return encoding === null ? null : certain(encoding, decodeLeniently(bytes, encoding));
};

const readAsNamed = (bytes: Uint8Array, encoding: TextEncoding): Result<DecodedText, ImportFailure> => {
  const strict = decodeStrictly(bytes, encoding);
  const read =
    strict === null ? readMostly(bytes, encoding) : certain(encoding, { text: strict, unreadable: 0 });
  return read === null ? err('encoding-mismatch') : ok({ ...read, likely: [encoding] });
};

/** Whether a text has more non-text characters than a stray control character. */
const isBinary = (text: string): boolean =>
  text.includes('\0') || countOf(text, SUSPECT) > Math.max(MAX_STRAY, text.length * MAX_SUSPECT_SHARE);

const read = async (
  bytes: Uint8Array,
  { isHtml, encoding }: DecodeOptions,
): Promise<Result<DecodedText, ImportFailure>> => {
  if (encoding !== undefined) return readAsNamed(bytes, encoding);
  const unicode = readUnicode(bytes);
  if (unicode !== null) return ok(unicode);
  const isNoText = bytes.includes(0) || magicNumbers.some((magic) => startsWith(bytes, magic));
  return isNoText ? err('file-binary') : ok(await readBytes(bytes, isHtml));
};

/**
 * Decodes the text of a file; fails with `file-empty` if it has no character, `file-binary` if it is not text,
 * `encoding-mismatch` if it is not in the named encoding.
 */
export const decodeText = async (
  bytes: Uint8Array,
  options: DecodeOptions,
): Promise<Result<DecodedText, ImportFailure>> => {
  if (bytes.length === 0) return err('file-empty');
  const decoded = await read(bytes, options);
  if (!decoded.ok) return decoded;
  if (decoded.value.text === '') return err('file-empty');
  return isBinary(decoded.value.text) ? err('file-binary') : decoded;
};
