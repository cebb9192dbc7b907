/**
 * Replaces a file so that at every moment either its old or its new content is there, whole:
 *
 *   1. write all bytes to a new temporary file in the same folder, fdatasync it;
 *      while the disk is at it, unlink the old .bak and link the current file as .bak
 *   2. look whether the current file is still the one that is to be replaced, rename the temporary file over it,
 *      fsync the folder
 *
 * Never two renames: a crash between them would leave no file. What takes microseconds on a disk (open, link,
 * rename, unlink) is called synchronously, since the trip through the thread pool takes longer than the call;
 * what waits for the disk (fdatasync, fsync, a large write) is not.
 */
import {
  closeSync,
  fdatasync,
  fstatSync,
  fsync,
  openSync,
  renameSync,
  rmSync,
  unlinkSync,
  write,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { type Fingerprint, fingerprintOf, fingerprintOfStats, seemsSameState } from '../fingerprint.ts';
import { isFull, isMissing, requireSystemError, systemError } from '../system-error.ts';
import { privateModes } from './file-modes.ts';
import { copyDurably, linkOrCopy } from './link-or-copy.ts';

const syncData = promisify(fdatasync);
const syncAll = promisify(fsync);
const writeLater = promisify(write);

/** A write up to this length goes to the page cache in microseconds. */
const SMALL_WRITE_BYTES = 1 << 18;

/** The path of the earlier version, beside the file. */
export const backupOf = (path: string): string => `${path}.bak`;

/** How a file is written. */
export type Writing = {
  /** The state to be replaced; any other throws ChangedMeanwhile. If absent, any file is replaced. */
  readonly expected?: Fingerprint;
  /** The permissions of the file; only for the owner by default. */
  readonly mode?: number;
};

/** The result of a write. */
export type Written = { readonly hadFile: boolean; readonly fingerprint: Fingerprint };

/** The file is not the one that was to be replaced: another program has written it meanwhile. It is left as it is. */
export class ChangedMeanwhile extends Error {}

/**
 * Resolves once the new content is on the disk. If it throws, the old content is in place, or that of another program.
 * Between the last check of the file and the rename none of our calls waits: what another program writes in those
 * microseconds is overwritten undetected.
 */
export const writeAtomically = async (
  path: string,
  bytes: Uint8Array,
  temporaryPath: string,
  { expected, mode = privateModes.file }: Writing = {},
): Promise<Written> => {
  let hadFile = false;
  const fingerprint = await createDurably(temporaryPath, bytes, mode, () => {
    requireState(path, expected);
    hadFile = linkBackup(path);
  });
  try {
    requireState(path, expected);
    renameSync(temporaryPath, path);
  } catch (cause) {
    rmSync(temporaryPath, { force: true });
    throw cause;
  }
  try {
    await syncFolder(dirname(path));
  } catch (cause) {
    // The error of the write is reported, not that of restoring the old name.
    await rollback(path, hadFile, temporaryPath).catch(requireSystemError);
    throw cause;
  }
  return { hadFile, fingerprint };
};

const requireState = (path: string, expected: Fingerprint | undefined): void => {
  if (expected !== undefined && !seemsSameState(fingerprintOf(path), expected))
    throw new ChangedMeanwhile(path);
};

/** Reverts the last `writeAtomically` of a file; it needs no disk space. */
export const rollback = async (path: string, hadFile: boolean, temporaryPath: string): Promise<void> => {
  if (hadFile) return restoreBackup(path, temporaryPath);
  rmSync(path, { force: true });
  await syncFolder(dirname(path));
};

/** Replaces the current file by its earlier version; it needs no disk space, and the version stays as .bak. */
export const restoreBackup = async (path: string, temporaryPath: string): Promise<void> => {
  linkOrCopy(backupOf(path), temporaryPath);
  renameSync(temporaryPath, path);
  // A rename between two names of one file does nothing and leaves both.
  rmSync(temporaryPath, { force: true });
  await syncFolder(dirname(path));
};

/**
 * Replaces a damaged or missing file by its copy. The copy keeps bytes of its own, so that what damages one of the two
 * leaves the other; only on a full disk do they share them.
 */
export const putCopyInPlace = async (path: string, temporaryPath: string): Promise<void> => {
  try {
    copyDurably(backupOf(path), temporaryPath);
  } catch (cause) {
    rmSync(temporaryPath, { force: true });
    if (!isFull(cause)) throw cause;
    return restoreBackup(path, temporaryPath);
  }
  renameSync(temporaryPath, path);
  await syncFolder(dirname(path));
};

/** Creates a file, which must not exist yet, and waits until its bytes are on the disk. */
export const writeDurably = async (path: string, bytes: Uint8Array, mode: number): Promise<void> => {
  await createDurably(path, bytes, mode, () => undefined);
};

/** Makes creations, renames and removals in a folder durable. Windows has no such call and needs none. */
export const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    await syncAll(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

/** @param meanwhile runs once all bytes are written, while they are flushed to the disk */
const createDurably = async (
  path: string,
  bytes: Uint8Array,
  mode: number,
  meanwhile: () => void,
): Promise<Fingerprint> => {
  const descriptor = openSync(path, 'wx', mode);
  try {
    await writeAll(descriptor, bytes);
    await waitForAll([syncData(descriptor), asPromise(meanwhile)]);
  } catch (cause) {
    closeSync(descriptor);
    rmSync(path, { force: true });
    throw cause;
  }
  const fingerprint = fingerprintOfStats(fstatSync(descriptor, { bigint: true }));
  closeSync(descriptor);
  return fingerprint;
};

const asPromise = async (work: () => void): Promise<void> => work();

/** A write may write fewer bytes than given, especially on a nearly full disk. */
const writeAll = async (descriptor: number, bytes: Uint8Array): Promise<void> => {
  let written = 0;
  while (written < bytes.length) {
    const count = await writeSome(descriptor, bytes, written);
    if (count === 0) throw systemError('ENOSPC', 'The disk took no more bytes.');
    written += count;
  }
};

const writeSome = async (descriptor: number, bytes: Uint8Array, from: number): Promise<number> => {
  const length = bytes.length - from;
  if (length <= SMALL_WRITE_BYTES) return writeSync(descriptor, bytes, from, length);
  return (await writeLater(descriptor, bytes, from, length, null)).bytesWritten;
};

/** Returns whether there is a file to keep. */
const linkBackup = (path: string): boolean => {
  try {
    unlinkSync(backupOf(path));
  } catch (cause) {
    if (!isMissing(cause)) throw cause;
  }
  try {
    linkOrCopy(path, backupOf(path));
    return true;
  } catch (cause) {
    if (isMissing(cause)) return false;
    throw cause;
  }
};

/** Like Promise.all, but rejects only when no promise is pending any more. */
export const waitForAll = async (promises: readonly Promise<unknown>[]): Promise<void> => {
  for (const outcome of await Promise.allSettled(promises))
    if (outcome.status === 'rejected') throw outcome.reason;
};
