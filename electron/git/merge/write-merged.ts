/**
 * Writes the merged files into the archive's folder, by the rules of storage: a file is replaced whole, and is written
 * before the files that refer to it. Git has already written to the folder: its version of either side, or of its own
 * attempt, is replaced. What a person has changed since is never overwritten: it is set aside first.
 */

import { createHash } from 'node:crypto';
import { readdir, rm, rmdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { rootKinds } from '#domain/archive/root-files.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { readBytes } from '../../storage/file/read/read-bytes.ts';
import { isMissing, toWriteFailed } from '../../storage/file/system-error.ts';
import { backupOf, writeAtomically } from '../../storage/file/write/write-atomically.ts';
import { makeFolderIn } from '../../storage/folder/make-folder-in.ts';
import { pathOf, type StorageContext } from '../../storage/storage-context.ts';
import type { MergeWatch } from '../merge-watch.ts';
import type { Index } from '../read-trees.ts';
import type { MergedFile, ReadBlob } from './merged-file.ts';

/** A merged file with the id of its blob, computed if need be. */
export type NamedFile = MergedFile & { readonly id: string };

export type WrittenMerge = {
  /** The number of files written. */
  readonly written: number;
  /** The files that a person had changed since the merge stopped, and where their bytes are now. */
  readonly setAside: readonly SetAside[];
};

type SetAside = { readonly file: string; readonly as: string };

export type MergeWriting = {
  readonly context: StorageContext;
  readonly files: readonly NamedFile[];
  /** Paths that are not in the merged archive but may be in the folder. */
  readonly gone: readonly string[];
  readonly index: Index;
  readonly read: ReadBlob;
  /** Every blob id that Git may have written to a path. */
  readonly known: ReadonlySet<string>;
  /** The folder for the files that a person has changed, relative to the archive. */
  readonly asideFolder: string;
  readonly onProgress: MergeWatch['onProgress'];
};

const MAX_BYTES = 1 << 30;

export const writeMerged = async (writing: MergeWriting): Promise<Result<WrittenMerge, AppError>> => {
  const setAside: SetAside[] = [];
  let written = 0;
  let done = 0;
  const total = writing.files.length + writing.gone.length;
  for (const file of writing.files.toSorted(byReferences)) {
    writing.onProgress({ step: 'writing', done: done++, total });
    const laid = await onDisk(file.path, () => layFile(writing, file, setAside));
    if (!laid.ok) return laid;
    if (laid.value) written += 1;
  }
  for (const path of writing.gone) {
    writing.onProgress({ step: 'writing', done: done++, total });
    const removed = await onDisk(path, () => removeGone(writing, path, setAside));
    if (!removed.ok) return removed;
  }
  return ok({ written, setAside });
};

/** A system error on writing a file is an expected failure. */
const onDisk = async <T>(
  path: string,
  work: () => Promise<Result<T, AppError>>,
): Promise<Result<T, AppError>> => {
  try {
    return await work();
  } catch (cause) {
    return err(toWriteFailed(path, cause));
  }
};

/** Returns whether the file had to be written. */
const layFile = async (
  writing: MergeWriting,
  file: NamedFile,
  setAside: SetAside[],
): Promise<Result<boolean, AppError>> => {
  const found = await lookAt(writing, file.path, file.id);
  if (found.kind === 'as-wanted') return ok(false);
  if (found.kind === 'edited') setAside.push(await putAside(writing, file.path, found.bytes));
  const bytes = file.bytes === null ? await writing.read(file.id) : ok(file.bytes);
  if (!bytes.ok) return bytes;
  await writeFile(writing.context, file, bytes.value);
  return ok(true);
};

const removeGone = async (
  writing: MergeWriting,
  path: string,
  setAside: SetAside[],
): Promise<Result<null, AppError>> => {
  const found = await lookAt(writing, path, null);
  if (found.kind === 'edited') setAside.push(await putAside(writing, path, found.bytes));
  await removeFile(writing.context, path);
  return ok(null);
};

/**
 * The key is written before what it decrypts; tags and sources come first, then articles, then memos, which cite them;
 * the trash is last.
 */
const ranks = [
  /^key\.age$/u,
  /^(archive|tags|sources)\.json$/u,
  /^articles\//u,
  /^trash\/articles\//u,
  /^memos\//u,
];

const rankOf = ({ path }: NamedFile): number => {
  const rank = ranks.findIndex((pattern) => pattern.test(path));
  return rank === -1 ? ranks.length : rank;
};

const byReferences = (a: NamedFile, b: NamedFile): number =>
  rankOf(a) - rankOf(b) || (a.path < b.path ? -1 : 1);

type Look =
  | { readonly kind: 'as-wanted' | 'of-git' }
  | { readonly kind: 'edited'; readonly bytes: Uint8Array };

const lookAt = async (writing: MergeWriting, path: string, wanted: string | null): Promise<Look> => {
  const found = await readBytes(pathOf(writing.context, path), MAX_BYTES);
  if (found.kind !== 'bytes') return { kind: 'of-git' };
  const ids = idsOf(found.bytes, wanted ?? [...writing.known][0] ?? '');
  if (wanted !== null && ids.includes(wanted)) return { kind: 'as-wanted' };
  // Merged and staged before, and changed since: this is a person's work on the merge, and is kept.
  if (wanted !== null && writing.index.get(path) === wanted) return { kind: 'as-wanted' };
  const staged = writing.index.get(path);
  const isOfGit = ids.some((id) => writing.known.has(id) || id === staged) || hasMarkers(found.bytes);
  return isOfGit ? { kind: 'of-git' } : { kind: 'edited', bytes: found.bytes };
};

/** The blob id of bytes, in a repository whose ids have the length of `like`: SHA-1 or SHA-256. */
const blobIdOf = (bytes: Uint8Array, like: string): string =>
  createHash(like.length === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');

/** Git may have written Windows line ends. */
const idsOf = (bytes: Uint8Array, like: string): readonly string[] => {
  const plain = Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
  return [blobIdOf(bytes, like), blobIdOf(plain, like)];
};

/** Whether a text contains the conflict markers of Git. */
const hasMarkers = (bytes: Uint8Array): boolean =>
  /^<<<<<<< .*^>>>>>>> /msu.test(Buffer.from(bytes).toString('latin1'));

const putAside = async (
  { context, asideFolder }: MergeWriting,
  file: string,
  bytes: Uint8Array,
): Promise<SetAside> => {
  const as = `${asideFolder}/${file}`;
  makeFolderIn(context, dirname(as));
  const path = pathOf(context, as);
  await writeAtomically(path, bytes, context.temporaryPath(path), { mode: context.modes().file });
  return { file, as };
};

const mutable = new Set<string | null>([
  ...rootKinds,
  'annotations',
  'translations',
  'memo',
  'review',
  'form',
  'board',
  'event-shard',
]);

const writeFile = async (context: StorageContext, file: NamedFile, bytes: Buffer): Promise<void> => {
  const path = pathOf(context, file.path);
  if (file.path.includes('/')) makeFolderIn(context, dirname(file.path));
  await writeAtomically(path, bytes, context.temporaryPath(path), { mode: context.modes().file });
  // A file that is written only once has no earlier version.
  if (!mutable.has(file.planned.kind)) await rm(backupOf(path), { force: true });
};

/**
 * Removes the file, its earlier version, and the folders that become empty: an empty one would count as a damaged
 * article.
 */
const removeFile = async (context: StorageContext, name: string): Promise<void> => {
  const path = pathOf(context, name);
  await rm(path, { force: true });
  await rm(backupOf(path), { force: true });
  for (let folder = dirname(name); folder.includes('/'); folder = dirname(folder)) {
    if (!(await isEmpty(pathOf(context, folder)))) return;
    await rmdir(pathOf(context, folder)).catch(ignoreMissing);
  }
};

const isEmpty = async (folder: string): Promise<boolean> => {
  try {
    return (await readdir(folder)).length === 0;
  } catch (cause) {
    return ignoreMissing(cause);
  }
};

const ignoreMissing = (cause: unknown): true => {
  if (!isMissing(cause)) throw cause;
  return true;
};
