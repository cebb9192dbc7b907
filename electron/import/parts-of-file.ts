/**
 * The e-mails of a mailbox (mboxrd, RFC 4155) and the items of a feed (RSS, Atom) as separate files: the path of each
 * is that of the whole file followed by "#" and its number. Only their beginnings are located here, and only the bytes
 * of one part are read at a time, so that a mailbox of gigabytes is never in memory; the content is parsed in the
 * sandboxed page like any other text. An item is read together with the bytes of its feed before the first item and
 * after the last, which makes it a feed of one item.
 */
import { type FileHandle, open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { maxBytesOf } from '#domain/article/formats/article-formats.ts';
import { feedItems, type Span } from '#domain/article/formats/xml-tags.ts';
import type { ImportFailure } from '#domain/contract/errors/import-errors.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { kindOfFile } from './file-format.ts';

/** The positions of the parts in a file, in bytes. */
type Parts = {
  readonly kind: 'mail' | 'item';
  /** For an e-mail, without its "From …" line. */
  readonly places: readonly Span[];
  /** The parts of a feed before and after its items. */
  readonly around: readonly [before: Span, behind: Span] | null;
};

const CHUNK_BYTES = 1024 ** 2;
/**
 * Enough for the line "From …" and the beginning of the next, to see that it is a header; or for the first tags of a
 * feed.
 */
const HEAD_BYTES = 4096;
const FROM = Buffer.from('From ');

const readAt = async (file: FileHandle, start: number, length: number): Promise<Buffer> => {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start);
  return buffer.subarray(0, bytesRead);
};

/**
 * The offsets in `bytes` at which a line begins with "From " after an empty line; `isStart` if `bytes` begin a file.
 */
function* begunIn(bytes: Buffer, isStart: boolean): Generator<number> {
  for (let at = bytes.indexOf(FROM); at !== -1; at = bytes.indexOf(FROM, at + 1)) {
    const before = bytes.toString('latin1', Math.max(0, at - 4), at);
    if (before.endsWith('\n\n') || before.endsWith('\n\r\n') || (isStart && at === 0)) yield at;
  }
}

/** The length of the line "From …" at the beginning of `head`; null if no header follows it. */
const fromLine = (head: Buffer): number | null =>
  /^From [^\n]*\n(?=[!-9;-~]+:|>From )/.exec(head.toString('latin1'))?.[0].length ?? null;

/** The beginnings of the e-mails: chunks overlap by more than the bytes needed to recognise one. */
const listBegins = async (file: FileHandle, size: number) => {
  const begins: { readonly at: number; readonly start: number }[] = [];
  for (let from = 0; from < size; from += CHUNK_BYTES) {
    const offset = Math.max(0, from - 4);
    for (const found of begunIn(await readAt(file, offset, CHUNK_BYTES + 8), offset === 0)) {
      const at = offset + found;
      const length = fromLine(await readAt(file, at, HEAD_BYTES));
      if (length !== null && at > (begins.at(-1)?.at ?? -1)) begins.push({ at, start: at + length });
    }
  }
  return begins;
};

const listMails = async (file: FileHandle, size: number): Promise<Parts> => {
  const begins = await listBegins(file, size);
  const places = begins.map(({ start }, index) => ({ start, end: begins[index + 1]?.at ?? size }));
  return { kind: 'mail', places, around: null };
};

/** Of a feed in UTF-16 each letter has two bytes; in any other encoding its tags are ASCII. */
const listItems = async (file: FileHandle, size: number): Promise<Parts> => {
  const bytes = size > maxBytesOf('feed') ? Buffer.alloc(0) : await readAt(file, 0, size);
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const width = isWide ? 2 : 1;
  const places = feedItems(bytes.toString(isWide ? 'utf16le' : 'latin1')).map(({ start, end }) => ({
    start: start * width,
    end: end * width,
  }));
  const before = { start: 0, end: places[0]?.start ?? 0 };
  return { kind: 'item', places, around: [before, { start: places.at(-1)?.end ?? size, end: size }] };
};

/** The parts of a file whose first bytes, or whose name and first line, show that it has several. */
const listParts = async (path: string): Promise<Parts | null> => {
  const file = await open(path, 'r');
  try {
    const head = await readAt(file, 0, HEAD_BYTES);
    const { format } = kindOfFile(basename(path), head);
    const { size } = await file.stat();
    if (format === 'feed') return await listItems(file, size);
    return format === 'mbox' && head.indexOf(FROM) === 0 ? await listMails(file, size) : null;
  } finally {
    await file.close();
  }
};

/** The last file that was searched, since its parts are requested one after the other. */
let last: { readonly key: string; readonly parts: Promise<Parts | null> } | null = null;

const partsOf = async (path: string): Promise<Parts | null> => {
  const { size, mtimeMs } = await stat(path);
  const key = JSON.stringify([path, size, mtimeMs]);
  if (last?.key !== key) last = { key, parts: listParts(path) };
  return last.parts;
};

/** The paths of the e-mails or items in a file with several; null for any other, and for one that can't be read. */
export const partsOfFile = async (path: string): Promise<readonly string[] | null> => {
  try {
    const places = (await stat(path)).isFile() ? ((await partsOf(path))?.places ?? []) : [];
    return places.length > 1 ? places.map((_, index) => `${path}#${index + 1}`) : null;
  } catch {
    // The error is reported when the path is read as a file.
    return null;
  }
};

/** The file and the part number, from 1, in the path of a part; null for the path of a file. */
export const partOfPath = (path: string): { readonly whole: string; readonly number: number } | null => {
  const [, whole = '', number = ''] = /^(.+)#(\d{1,7})$/su.exec(path) ?? [];
  return whole === '' ? null : { whole, number: Number(number) };
};

/** Removes the quoting that a mailbox adds to lines that begin with "From ". */
const unquote = (mail: Buffer): Uint8Array =>
  mail.includes('>From ')
    ? Buffer.from(mail.toString('latin1').replace(/^>(?=>*From )/gm, ''), 'latin1')
    : mail;

export type PartOfFile = { readonly bytes: Uint8Array; readonly ending: 'eml' | 'xml' };

const readPart = async (path: string, { kind, around }: Parts, place: Span): Promise<PartOfFile> => {
  const file = await open(path, 'r');
  try {
    const spans = around === null ? [place] : [around[0], place, around[1]];
    const read: Buffer[] = [];
    for (const { start, end } of spans) read.push(await readAt(file, start, end - start));
    const bytes = Buffer.concat(read);
    return kind === 'mail' ? { bytes: unquote(bytes), ending: 'eml' } : { bytes, ending: 'xml' };
  } finally {
    await file.close();
  }
};

/**
 * The bytes of the e-mail or item at `path`, an e-mail as it was sent. Fails with `file-missing` if the file has no
 * part with that number.
 */
export const readPartOf = async (
  path: string,
  maxBytes: number,
): Promise<Result<PartOfFile, ImportFailure>> => {
  const named = partOfPath(path);
  if (named === null) return err('file-missing');
  try {
    const parts = await partsOf(named.whole);
    const place = parts?.places[named.number - 1];
    if (parts === null || place === undefined) return err('file-missing');
    return place.end - place.start > maxBytes
      ? err('file-too-large')
      : ok(await readPart(named.whole, parts, place));
  } catch {
    return err('file-missing');
  }
};
