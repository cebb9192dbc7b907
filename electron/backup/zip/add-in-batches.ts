/**
 * Adds files to a zip in batches. A stream of its own for each of forty thousand small files costs minutes, and all of
 * them at once their memory: so the small ones are handed over as bytes, and the last of each batch as a stream, which
 * the zip asks for once all before it are written. What is written is then kept out of the zip's sight until its end:
 * before each file it looks through all that it knows of, which takes longer than packing where they are many.
 */
import { createReadStream, readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import type { ZipFile } from 'yazl';
import type { BackedUpFile } from '#domain/backup/backup-list.ts';
import { stopIfCancelled } from '../backup-stop.ts';
import type { Objects } from '../repository/objects.ts';

/** A file up to this size is handed over as bytes; a batch ends when it holds so many files or so many bytes. */
const SMALL_BYTES = 1 << 20;
const FILES_IN_BATCH = 128;
const BYTES_IN_BATCH = 8 << 20;

type Adding = {
  readonly files: readonly BackedUpFile[];
  readonly objects: Objects;
  readonly onPacked: (count: number) => void;
  readonly signal: AbortSignal;
};

/** Resolves when all are added and all but the last are written; the zip is ended then. */
export const addInBatches = async (
  zip: ZipFile,
  { files, objects, onPacked, signal }: Adding,
): Promise<void> => {
  const written: WrittenEntry[] = [];
  for (const batch of batchesOf(files)) {
    stopIfCancelled(signal);
    // Without waiting: in a process of its own, the wait for each takes longer than the reading.
    for (const file of batch.slice(0, -1))
      zip.addBuffer(readFileSync(objects.pathOf(file.sha256)), file.path, optionsOf(file));
    for (const file of batch.slice(-1)) await addStream(zip, file, objects.pathOf(file.sha256));
    // The last of them may still be in the writing.
    const known = entriesOf(zip);
    written.push(...known.splice(0, known.length - 1));
    onPacked(batch.length);
  }
  entriesOf(zip).unshift(...written);
  zip.end();
};

/** What the table of the zip says of one file. */
type WrittenEntry = { readonly utf8FileName: Uint8Array };

/** The files that the zip knows of, in their order; its table is made of them. Its types keep them back. */
const entriesOf = (zip: ZipFile): WrittenEntry[] =>
  (zip as ZipFile & { readonly entries: WrittenEntry[] }).entries;

const batchesOf = (files: readonly BackedUpFile[]): readonly (readonly BackedUpFile[])[] => {
  const batches: BackedUpFile[][] = [];
  let batch: BackedUpFile[] = [];
  let bytes = 0;
  for (const file of files) {
    batch.push(file);
    bytes += file.size;
    if (file.size <= SMALL_BYTES && batch.length < FILES_IN_BATCH && bytes < BYTES_IN_BATCH) continue;
    batches.push(batch);
    batch = [];
    bytes = 0;
  }
  return batch.length === 0 ? batches : [...batches, batch];
};

/** Resolves once everything before it is written and its own stream begins. */
const addStream = (zip: ZipFile, file: BackedUpFile, path: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const begin = (): void => {
      const stream = createReadStream(path);
      stream.once('error', reject);
      stream.once('close', resolve);
      give?.(null, stream);
    };
    let give: ((error: null, stream: NodeJS.ReadableStream) => void) | null = null;
    zip.addReadStreamLazy(file.path, { ...optionsOf(file), size: file.size }, (callback) => {
      give = callback;
      // The disk is waited for, so that what is packed does not pile up in memory.
      if (isFull(zip.outputStream)) zip.outputStream.once('drain', begin);
      else begin();
    });
  });

/** The types of yazl know only one side of the stream that it writes to and is read from. */
const isFull = (stream: NodeJS.ReadableStream): boolean =>
  stream instanceof PassThrough && stream.writableNeedDrain;

const REGULAR_FILE = 0o100600;

const optionsOf = ({ path, mtimeNs }: BackedUpFile) => ({
  mtime: new Date(Number(BigInt(mtimeNs) / 1_000_000n)),
  mode: REGULAR_FILE,
  compress: isWorthPacking(path),
});

/** What is packed already does not get smaller. */
const isWorthPacking = (path: string): boolean => !/\.(?:docx|pdf|epub|odt|pptx|png|jpe?g|zip)$/u.test(path);
