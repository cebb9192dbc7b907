/**
 * The records of a WARC (ISO 28500), one behind the other: lines of a head, and as much content as they say. No length is
 * believed beyond the end of the file, and no head that is longer than heads are.
 */
import { readHeaders } from '../../saved-page/mime-parts.ts';

export type Headers = ReadonlyMap<string, string>;

export type WarcRecord = {
  readonly headers: Headers;
  readonly content: Uint8Array;
  /** Where it stands among the unpacked bytes, with what parts it from the next. */
  readonly start: number;
  readonly end: number;
  /** Where the next begins; beyond the last byte where this one is cut off. */
  readonly next: number;
};

/** A head: its first line, the fields below it by their names in small letters, and where what follows begins. */
export type Head = { readonly first: string; readonly headers: Headers; readonly end: number };

const MAX_HEAD_BYTES = 128 * 1024;
/** Two line ends, which part a record from the next. */
const PARTING_BYTES = 4;
const CARRIAGE_RETURN = 0x0d;
const LINE_FEED = 0x0a;

/** Where the first empty line from `at` on ends; null for none within the length of a head. */
const headEnd = (bytes: Uint8Array, at: number): number | null => {
  const last = Math.min(bytes.length, at + MAX_HEAD_BYTES);
  for (let line = at; line < last; ) {
    const feed = bytes.indexOf(LINE_FEED, line);
    if (feed === -1 || feed >= last) return null;
    const length = feed - line - (bytes[feed - 1] === CARRIAGE_RETURN ? 1 : 0);
    if (length <= 0) return feed + 1;
    line = feed + 1;
  }
  return null;
};

/** The head that begins at `at`; null where none ends. */
export const readHead = (bytes: Uint8Array, at: number): Head | null => {
  const end = headEnd(bytes, at);
  if (end === null) return null;
  const text = new TextDecoder().decode(bytes.subarray(at, end));
  return { first: text.split(/\r?\n/, 1)[0] ?? '', headers: readHeaders(text), end };
};

const afterEmptyLines = (bytes: Uint8Array, at: number): number => {
  let begin = at;
  while (bytes[begin] === CARRIAGE_RETURN || bytes[begin] === LINE_FEED) begin += 1;
  return begin;
};

/** Each record of `unpacked`, up to where it ends or is damaged. */
export function* readRecords(unpacked: Uint8Array): Generator<WarcRecord> {
  for (let at = afterEmptyLines(unpacked, 0); at < unpacked.length; ) {
    const head = readHead(unpacked, at);
    if (head === null || !head.first.startsWith('WARC/')) return;
    const length = head.headers.get('content-length') ?? '';
    if (!/^\d+$/.test(length)) return;
    const contentEnd = head.end + Number(length);
    const content = unpacked.subarray(head.end, contentEnd);
    const next = afterEmptyLines(unpacked, contentEnd);
    const end = Math.min(unpacked.length, next, contentEnd + PARTING_BYTES);
    yield { headers: head.headers, content, start: at, end, next };
    at = next;
  }
}
