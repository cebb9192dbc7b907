import { readSync } from 'node:fs';
import { basename } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { type Entry, fromFd, getFileNameLowLevel, type ZipFile } from 'yauzl';
import type { ZipFault } from '#domain/contract/errors/backup-errors.ts';
import { requireSystemError } from '#electron/storage/file/system-error.ts';
import { JobStop } from './backup-stop.ts';
import type { EntryFacts } from './check-entries.ts';

/** An open zip. What is said here of its files is what its table says, and not yet true. */
export type OpenedZip = {
  readonly entries: readonly ZipEntry[];
  /** Where the table begins: before it stand the files. */
  readonly tableOffset: number;
  /** The bytes of a file, unpacked piece by piece. */
  read(entry: ZipEntry): AsyncIterable<Uint8Array>;
};
export type ZipEntry = EntryFacts & { readonly entry: Entry };

const factsOf = (entry: Entry): EntryFacts => ({
  name: getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true),
  isEncrypted: entry.isEncrypted(),
  method: entry.compressionMethod,
  // The upper byte of "made by" is the system; 3 is Unix, whose file modes stand in the upper half (APPNOTE 4.4.2,
  // 4.4.15).
  unixMode: entry.versionMadeBy >> 8 === 3 ? entry.externalFileAttributes >>> 16 : null,
  size: entry.uncompressedSize,
  packedSize: entry.compressedSize,
  offset: entry.relativeOffsetOfLocalHeader,
  nameLength: entry.fileNameRaw.length,
  crc32: entry.crc32,
});

/** Names are not decoded by yauzl, nor sizes compared: both are checked here, where it is said what is wrong. */
const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: false };

/** Names from a zip are shown to a person: no more of them than tells which it is, and nothing that draws otherwise. */
const printable = (name: string): string =>
  name.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '\uFFFD').slice(0, 200);

export const zipStop = (path: string, why: ZipFault, entry: string | null = null): JobStop =>
  new JobStop({
    code: 'zip-refused',
    file: basename(path),
    why,
    entry: entry === null ? null : printable(entry),
  });

const openZip = (path: string, descriptor: number): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    fromFd(descriptor, options, (error, zip) => {
      if (error === null) resolve(zip);
      else reject(zipStop(path, 'unreadable'));
    });
  });

const readTable = (path: string, zip: ZipFile, mostEntries: number): Promise<readonly ZipEntry[]> =>
  new Promise((resolve, reject) => {
    const entries: ZipEntry[] = [];
    zip.on('error', () => reject(zipStop(path, 'unreadable')));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      entries.push({ ...factsOf(entry), entry });
      if (entries.length > mostEntries) reject(zipStop(path, 'too-many'));
      else zip.readEntry();
    });
    zip.readEntry();
  });

/** Up to this size, packed and unpacked, a file is read at once: a stream of its own costs far more than its bytes. */
const SMALL_BYTES = 1 << 20;

const isSmall = ({ size, packedSize }: EntryFacts): boolean =>
  size <= SMALL_BYTES && packedSize <= SMALL_BYTES;

/** The head of a file in a zip, which its name and its extra fields follow (APPNOTE 4.3.7). */
const HEAD_BYTES = 30;
const HEAD_SIGNATURE = 0x04034b50;

const STORED = 0;

const readAt = (descriptor: number, length: number, from: number): Buffer => {
  const bytes = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const count = readSync(descriptor, bytes, read, length - read, from + read);
    if (count === 0) throw new Error('the zip is cut off');
    read += count;
  }
  return bytes;
};

const readSmall = (descriptor: number, { offset, packedSize, size, method }: ZipEntry): Uint8Array => {
  const head = readAt(descriptor, HEAD_BYTES, offset);
  if (head.readUInt32LE(0) !== HEAD_SIGNATURE) throw new Error('there is no file at that place');
  const dataOffset = offset + HEAD_BYTES + head.readUInt16LE(26) + head.readUInt16LE(28);
  const packed = readAt(descriptor, packedSize, dataOffset);
  // One byte more than the table says is enough to know that it lies.
  return method === STORED ? packed : inflateRawSync(packed, { maxOutputLength: size + 1 });
};

/** More comes out than the table says. */
const isTooLarge = (cause: unknown): boolean =>
  cause instanceof RangeError && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';

async function* readEntry(
  path: string,
  { zip, descriptor }: { readonly zip: ZipFile; readonly descriptor: number },
  zipEntry: ZipEntry,
): AsyncIterable<Uint8Array> {
  const { entry, name } = zipEntry;
  if (isSmall(zipEntry)) {
    try {
      yield readSmall(descriptor, zipEntry);
    } catch (cause) {
      throw isTooLarge(cause) ? zipStop(path, 'size', name) : toUnreadable(path, name, cause);
    }
    return;
  }
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => {
      if (error === null) resolve(opened);
      else reject(zipStop(path, 'unreadable', name));
    });
  });
  try {
    for await (const bytes of stream) yield bytes as Buffer;
  } catch (cause) {
    throw toUnreadable(path, name, cause);
  }
}

/** zlib says with codes of its own (Z_DATA_ERROR) that what it gets is no packed file. */
const toUnreadable = (path: string, name: string, cause: unknown): unknown => {
  if (cause instanceof Error && (!('code' in cause) || String(cause.code).startsWith('Z_')))
    return zipStop(path, 'unreadable', name);
  requireSystemError(cause);
  return zipStop(path, 'unreadable', name);
};

/** Reads the table of a zip that is open for reading; of more than `mostEntries` files none is looked at. */
export const readZip = async (path: string, descriptor: number, mostEntries: number): Promise<OpenedZip> => {
  const zip = await openZip(path, descriptor);
  // Told before the first entry is read, which moves on from here.
  const tableOffset = Number(zip.readEntryCursor);
  const entries = await readTable(path, zip, mostEntries);
  return { entries, tableOffset, read: (entry) => readEntry(path, { zip, descriptor }, entry) };
};
