/** The properties of a message, a recipient or an attachment ([MS-OXMSG], tags of [MS-OXPROPS]). */
import { declaredEncoding } from '../declared-encoding.ts';
import { encodingOfCodePage } from '../rtf/rtf-encodings.ts';
import type { Storage } from './compound-file.ts';

export const TAGS = {
  subject: '0037',
  sentAt: '0039',
  fromName: '0042',
  fromAddress: '0065',
  transportHeaders: '007D',
  kindOfRecipient: '0C15',
  senderName: '0C1A',
  senderAddress: '0C1F',
  shownTo: '0E04',
  shownCc: '0E03',
  receivedAt: '0E06',
  text: '1000',
  rtf: '1009',
  html: '1013',
  name: '3001',
  address: '3003',
  content: '3701',
  fileName: '3704',
  longFileName: '3707',
  mimeType: '370E',
  contentId: '3712',
  smtpAddress: '39FE',
  htmlEncoding: '3FDE',
  encoding: '3FFD',
  senderSmtp: '5D01',
  fromSmtp: '5D02',
} as const;
type Tag = keyof typeof TAGS;

const PROPERTIES = '__properties_version1.0';
const STREAM = '__substg1.0_';
const UNICODE = '001F';
const IN_CODE_PAGE = '001E';
const BINARY = '0102';
export const EMBEDDED = `${STREAM}${TAGS.content}000D`;

/** Size of the header before the fixed-size properties: for the file's message, a nested message, anything else. */
export type HeadBytes = 32 | 24 | 8;
const FIXED_BYTES = 16;

export type Properties = {
  /** Null if missing or empty. */
  readonly text: (tag: Tag) => string | null;
  readonly binary: (tag: Tag) => Uint8Array | null;
  /** HTML, which has its own encoding unless it is in Unicode. */
  readonly html: () => string | null;
  readonly number: (tag: Tag) => number | null;
  /** In milliseconds since 1970. */
  readonly time: (tag: Tag) => number | null;
};

const EPOCH_OF_WINDOWS_MS = 11_644_473_600_000;

/** The position of each tag's value in the list of fixed-size properties. */
const readFixed = (list: Uint8Array, headBytes: HeadBytes): ReadonlyMap<string, DataView> => {
  const found = new Map<string, DataView>();
  for (let at = headBytes; at + FIXED_BYTES <= list.length; at += FIXED_BYTES) {
    const view = new DataView(list.buffer, list.byteOffset + at, FIXED_BYTES);
    const tag = view.getUint16(2, true).toString(16).toUpperCase().padStart(4, '0');
    found.set(tag, new DataView(list.buffer, list.byteOffset + at + 8, 8));
  }
  return found;
};

/**
 * The Windows code page in which Outlook stores mail received in another encoding; null if that does not determine one.
 */
const windowsPage: Readonly<Record<number, number | null>> = {
  20127: null,
  20866: 1251,
  20932: 932,
  21866: 1251,
  28592: 1250,
  28595: 1251,
  28597: 1253,
  28599: 1254,
  50220: 932,
  50221: 932,
  50222: 932,
  51932: 932,
  51949: 949,
  54936: 936,
  65001: null,
};

/** The encoding of non-Unicode strings: stated by the message, or that of its mail. */
const encodingOf = (own: number | null, ofMail: number | null): string | null => {
  const kept = ofMail === null ? null : windowsPage[ofMail];
  const page = own ?? (kept === undefined ? ofMail : kept);
  return page === null ? null : encodingOfCodePage(page);
};

const decodeHtml = (bytes: Uint8Array, page: number | null): string => {
  const label = page === null ? (declaredEncoding(bytes) ?? 'utf-8') : encodingOfCodePage(page);
  return new TextDecoder(label).decode(bytes);
};

const withoutEnd = (text: string): string => text.replace(/\0+$/u, '');

/** The properties of `storage`; `encoding` applies to its strings if it states none. */
export const readProperties = (
  storage: Storage,
  headBytes: HeadBytes,
  encoding = 'windows-1252',
): Properties & { readonly encoding: string } => {
  const fixed = readFixed(storage.stream(PROPERTIES) ?? new Uint8Array(), headBytes);
  const number = (tag: Tag): number | null => fixed.get(TAGS[tag])?.getUint32(0, true) ?? null;
  const ownEncoding = encodingOf(number('encoding'), number('htmlEncoding')) ?? encoding;
  const stream = (tag: Tag, type: string): Uint8Array | null =>
    storage.stream(`${STREAM}${TAGS[tag]}${type}`);
  return {
    encoding: ownEncoding,
    number,
    binary: (tag) => stream(tag, BINARY),
    html() {
      const bytes = stream('html', BINARY) ?? stream('html', IN_CODE_PAGE);
      if (bytes !== null) return decodeHtml(bytes, number('htmlEncoding'));
      const wide = stream('html', UNICODE);
      return wide === null ? null : new TextDecoder('utf-16le').decode(wide);
    },
    text(tag) {
      const wide = stream(tag, UNICODE);
      const bytes = wide ?? stream(tag, IN_CODE_PAGE);
      if (bytes === null) return null;
      const text = withoutEnd(new TextDecoder(wide === null ? ownEncoding : 'utf-16le').decode(bytes));
      return text.trim() === '' ? null : text;
    },
    time(tag) {
      const ticks = fixed.get(TAGS[tag])?.getBigUint64(0, true) ?? 0n;
      return ticks === 0n ? null : Number(ticks / 10_000n) - EPOCH_OF_WINDOWS_MS;
    },
  };
};
