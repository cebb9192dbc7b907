import { createHash, randomUUID } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { isOfArchive } from '#domain/backup/archive-path.ts';
import type { BackedUpFile } from '#domain/backup/backup-list.ts';
import type { PackedArchive } from '#domain/contract/backup.ts';
import type { JobWatch } from '#electron/ports/backup-jobs.ts';
import { privateModes } from '#electron/storage/file/write/file-modes.ts';
import { syncFolder } from '#electron/storage/file/write/write-atomically.ts';
import { findArchiveAround } from '#electron/storage/folder/find-archive-around.ts';
import { JobStop, stopIfCancelled, toRestoreStop } from './backup-stop.ts';
import { MOST_ENTRIES } from './check-entries.ts';
import { followArchive } from './follow-archive.ts';
import { forEachAtOnce } from './job-watch.ts';
import { readZip, zipStop } from './read-entries.ts';
import { Objects } from './repository/objects.ts';

/**
 * Packs an archive into one zip: the files of an archive and no others. They are copied first, as for a backup, so that
 * an archive which is worked in is packed as it was at one moment; the zip is read back before it gets its name.
 */
export const packArchive = async (root: string, to: string, watch: JobWatch): Promise<PackedArchive> => {
  const around = findArchiveAround(to);
  if (around !== null) throw new JobStop({ code: 'place-in-archive', folder: around });
  if (existsSync(to)) throw new JobStop({ code: 'file-exists', file: basename(to) });
  const workplace = join(dirname(to), `.precis-packing-${randomUUID()}`);
  try {
    mkdirSync(join(workplace, 'objects'), { recursive: true, mode: privateModes.folder });
    const objects = new Objects(workplace, { isLasting: false });
    const files = await copyFiles(root, objects, watch);
    const packed = join(workplace, 'archive.zip');
    await writeZip(packed, files, objects, watch);
    await compareZip(packed, files, watch.signal);
    renameSync(packed, to);
    await syncFolder(dirname(to));
    return { file: to, files: files.length, bytes: files.reduce((sum, { size }) => sum + size, 0) };
  } catch (cause) {
    throw toRestoreStop(dirname(to), cause);
  } finally {
    await rm(workplace, { recursive: true, force: true });
  }
};

const copyFiles = async (
  root: string,
  objects: Objects,
  watch: JobWatch,
): Promise<readonly BackedUpFile[]> => {
  const onProgress = (done: number, total: number): void => watch.onProgress(done, 2 * total);
  const { files, leftOut } = await followArchive({
    root,
    objects,
    reuse: () => null,
    watch: { ...watch, onProgress },
    wants: isOfArchive,
  });
  const [missing] = leftOut;
  if (missing !== undefined)
    throw new JobStop({
      code: 'archive-unreadable',
      file: missing.path,
      reason: missing.why === 'link' ? 'not-a-file' : 'other',
    });
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
};

/** Several are unpacked at once, each by a thread of its own. */
const AT_ONCE = 4;

/**
 * Adds files to a zip in batches. A stream of its own for each of forty thousand small files costs minutes, and all of
 * them at once their memory: so the small ones are handed over as bytes, and the last of each batch as a stream, which
 * the zip asks for once all before it are written. What is written is then kept out of the zip's sight until its end:
 * before each file it looks through all that it knows of, which takes longer than packing where they are many.
 */

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
const addInBatches = async (zip: ZipFile, { files, objects, onPacked, signal }: Adding): Promise<void> => {
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

const writeZip = async (
  path: string,
  files: readonly BackedUpFile[],
  objects: Objects,
  watch: JobWatch,
): Promise<void> => {
  const zip = new ZipFile();
  let done = 0;
  const onPacked = (count: number): void => {
    done += count;
    watch.onProgress(files.length + done, 2 * files.length);
  };
  const stop = new AbortController();
  const written = pipeline(
    zip.outputStream,
    createWriteStream(path, { flags: 'wx', mode: privateModes.file, flush: true }),
    { signal: AbortSignal.any([watch.signal, stop.signal]) },
  );
  // What fails first is thrown; the other end is let go of.
  const packed = addInBatches(zip, { files, objects, onPacked, signal: watch.signal }).catch(
    (cause: unknown) => {
      stop.abort();
      throw cause;
    },
  );
  try {
    await Promise.all([packed, written]);
  } catch (cause) {
    await Promise.allSettled([written]);
    rmSync(path, { force: true });
    stopIfCancelled(watch.signal);
    throw cause;
  }
};

/** Reads the zip back: it holds these files and no others, to the byte. */
const compareZip = async (
  path: string,
  files: readonly BackedUpFile[],
  signal: AbortSignal,
): Promise<void> => {
  const handle = await open(path, 'r');
  try {
    const zip = await readZip(path, handle.fd, MOST_ENTRIES);
    const hashes = new Map(files.map(({ path: name, sha256 }) => [name, sha256]));
    await forEachAtOnce(zip.entries, AT_ONCE, async (entry) => {
      stopIfCancelled(signal);
      const hash = createHash('sha256');
      for await (const bytes of zip.read(entry)) hash.update(bytes);
      if (hashes.get(entry.name) !== hash.digest('hex')) throw zipStop(path, 'checksum', entry.name);
      hashes.delete(entry.name);
    });
    if (hashes.size > 0) throw zipStop(path, 'unreadable');
  } finally {
    await handle.close();
  }
};
