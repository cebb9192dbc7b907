import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { isOfArchive } from '#domain/backup/archive-path.ts';
import type { BackedUpFile } from '#domain/backup/backup-list.ts';
import type { PackedArchive } from '#domain/contract/backup.ts';
import type { JobWatch } from '#electron/ports/backup-jobs.ts';
import { privateModes } from '#electron/storage/file/write/file-modes.ts';
import { syncFolder } from '#electron/storage/file/write/write-atomically.ts';
import { findArchiveAround } from '#electron/storage/folder/find-archive-around.ts';
import { JobStop, stopIfCancelled, toRestoreStop } from '../backup-stop.ts';
import { forEachAtOnce } from '../job-watch.ts';
import { Objects } from '../repository/objects.ts';
import { followArchive } from '../take/follow-archive.ts';
import { addInBatches } from './add-in-batches.ts';
import { MOST_ENTRIES } from './check-entries.ts';
import { readZip } from './read-entries.ts';
import { zipStop } from './zip-stop.ts';

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
