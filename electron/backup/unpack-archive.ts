import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { RestoredFiles } from '#domain/contract/backup.ts';
import type { JobWatch } from '#electron/ports/backup-jobs.ts';
import { plainCodec } from '#electron/storage/encryption/file-codec.ts';
import { readContent } from '#electron/storage/file/read/read-content.ts';
import { requireSystemError } from '#electron/storage/file/system-error.ts';
import { privateModes } from '#electron/storage/file/write/file-modes.ts';
import { syncFolder, writeDurably } from '#electron/storage/file/write/write-atomically.ts';
import { stopIfCancelled } from './backup-stop.ts';
import { checkEntries, MOST_ENTRIES, type Unpacked } from './check-entries.ts';
import { fillFolder, makeFoldersFor, writeArchiveLast } from './fill-folder.ts';
import { type OpenedZip, readZip, type ZipEntry, zipStop } from './read-entries.ts';
import { writeWhole } from './repository/stream-file.ts';

/**
 * Unpacks the zip of an archive into a new folder. Its table is judged before anything is written; what is written then
 * stands in a folder that is taken away again where a file is not what the table says.
 */
export const unpackArchive = async (path: string, to: string, watch: JobWatch): Promise<RestoredFiles> => {
  const handle = await open(path, 'r').catch((cause: unknown) => {
    requireSystemError(cause);
    throw zipStop(path, 'unreadable');
  });
  try {
    const zip = await readZip(path, handle.fd, MOST_ENTRIES);
    const files = checkEntries(zip.entries, zip.tableOffset);
    if (!Array.isArray(files)) {
      const { why, entry } = files as Extract<typeof files, { why: unknown }>;
      throw zipStop(path, why, entry);
    }
    return await fillFolder(to, (folder) => unpackInto(folder, { path, zip, files }, watch));
  } finally {
    await handle.close();
  }
};

/** Several wait for the disk at once, which then writes them together. */
const AT_ONCE = 16;

type Checked = {
  readonly path: string;
  readonly zip: OpenedZip;
  readonly files: readonly Unpacked<ZipEntry>[];
};

const unpackInto = async (
  root: string,
  { path, zip, files }: Checked,
  watch: JobWatch,
): Promise<RestoredFiles> => {
  const folders = makeFoldersFor(
    root,
    files.map((file) => file.path),
  );
  let done = 0;
  let bytes = 0;
  const unpackOne = async ({ entry }: Unpacked<ZipEntry>, to: string): Promise<true> => {
    stopIfCancelled(watch.signal);
    await unpackFile(to, path, zip, entry);
    bytes += entry.size;
    watch.onProgress(++done, files.length);
    return true;
  };
  await writeArchiveLast(files, AT_ONCE, { root, write: unpackOne });
  for (const folder of folders) await syncFolder(folder);
  const archive = await readContent('archive', join(root, 'archive.json'), plainCodec);
  if (archive.kind !== 'content' && archive.kind !== 'newer-version') throw zipStop(path, 'no-archive');
  return { files: files.length, bytes, damaged: [] };
};

const unpackFile = async (to: string, path: string, zip: OpenedZip, entry: ZipEntry): Promise<void> => {
  let target: FileHandle | null = null;
  try {
    for await (const bytes of checkedBytes(path, zip, entry)) {
      // A small file comes in one piece.
      if (target === null && bytes.length === entry.size)
        return await writeDurably(to, bytes, privateModes.file);
      target ??= await open(to, 'wx', privateModes.file);
      await writeWhole(target, bytes);
    }
    target ??= await open(to, 'wx', privateModes.file);
    await target.datasync();
  } finally {
    await target?.close();
  }
};

/**
 * Not a byte more than the table says, and what was packed; a piece is handed out once all that can be said of it is.
 */
async function* checkedBytes(path: string, zip: OpenedZip, entry: ZipEntry): AsyncIterable<Uint8Array> {
  let size = 0;
  let sum = 0;
  for await (const bytes of zip.read(entry)) {
    size += bytes.length;
    if (size > entry.size) throw zipStop(path, 'size', entry.name);
    sum = crc32(bytes, sum);
    if (size === entry.size && sum !== entry.crc32) throw zipStop(path, 'checksum', entry.name);
    yield bytes;
  }
  if (size !== entry.size) throw zipStop(path, 'size', entry.name);
  if (sum !== entry.crc32) throw zipStop(path, 'checksum', entry.name);
}
