/**
 * Backs up a folder that may change meanwhile. It is walked again until a walk finds every file as it was backed up: so
 * what moves between the folders is not missed, and the list is that of one moment. Articles and memos are read before
 * the files that they refer to: where it never comes to rest, a reference may lead to more than was meant, not to less.
 */

import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { BackedUpFile, LeaveReason, LeftOut } from '#domain/backup/backup-list.ts';
import type { JobWatch } from '#electron/ports/backup-jobs.ts';
import { isMissing, requireSystemError } from '#electron/storage/file/system-error.ts';
import { createYielder } from '#electron/time/yielder.ts';
import { stopIfCancelled } from './backup-stop.ts';
import { forEachAtOnce } from './job-watch.ts';
import type { Objects } from './repository/objects.ts';
import { ReadingFailed } from './repository/stream-file.ts';
import {
  type FileState,
  type FoundFile,
  isSameState,
  stateOf,
  type Walk,
  walkArchive,
} from './walk-archive.ts';

/** More walks than this do not bring it to rest. */
const MOST_WALKS = 6;
/** Several wait for the disk at once. */
const AT_ONCE = 8;

/** What is known of a file from the last backup, where that holds without reading it. */
export type Reuse = (file: FoundFile) => BackedUpFile | null;

export type Followed = { readonly files: readonly BackedUpFile[]; readonly leftOut: readonly LeftOut[] };

type Following = {
  readonly root: string;
  readonly objects: Objects;
  readonly reuse: Reuse;
  readonly watch: JobWatch;
  /** Which files are backed up; all where nothing is said. */
  readonly wants?: (path: string) => boolean;
};

const lookAround = async ({ root, wants = () => true }: Following): Promise<Walk> => {
  const { files, leftOut } = await walkArchive(root);
  return {
    files: files.filter(({ path }) => wants(path)),
    leftOut: leftOut.filter(({ path }) => wants(path)),
  };
};

const isOfRecord = ({ path }: FoundFile): boolean => path.includes('/');

/** Articles, memos and forms first. */
const inOrder = (files: readonly FoundFile[]): readonly (readonly FoundFile[])[] => [
  files.filter(isOfRecord),
  files.filter((file) => !isOfRecord(file)),
];

/** So often a file that is written anew each time is read, with a longer pause each time. */
const MOST_READINGS = 5;
const PAUSE_MS = 20;

const look = (path: string): FileState | null => {
  try {
    return stateOf(statSync(path, { bigint: true }));
  } catch (cause) {
    requireSystemError(cause);
    return null;
  }
};

/** `again`: it has changed, or was put in the place of another, while it was read. */
const readOnce = async (
  objects: Pick<Objects, 'copy'>,
  absolutePath: string,
  path: string,
): Promise<BackedUpFile | 'gone' | 'again' | 'unreadable'> => {
  const before = look(absolutePath);
  if (before === null) return 'gone';
  try {
    const sha256 = await objects.copy(absolutePath);
    const after = look(absolutePath);
    return after !== null && isSameState(before, after) ? { path, sha256, ...after } : 'again';
  } catch (cause) {
    if (!(cause instanceof ReadingFailed)) throw cause;
    return isMissing(cause.cause) ? 'again' : 'unreadable';
  }
};

/**
 * Backs up one file as it is at one moment: read again where it has changed while it was read. Null where it has gone
 * meanwhile; else why it can't be had.
 */
export const storeFile = async (
  objects: Pick<Objects, 'copy'>,
  absolutePath: string,
  path: string,
): Promise<BackedUpFile | LeaveReason | null> => {
  for (let reading = 1; reading <= MOST_READINGS; reading++) {
    const read = await readOnce(objects, absolutePath, path);
    if (read === 'gone') return null;
    if (read !== 'again') return read;
    await wait(PAUSE_MS * reading);
  }
  return 'changing';
};

export const followArchive = async (following: Following): Promise<Followed> => {
  const { root, objects, reuse, watch } = following;
  const stored = new Map<string, BackedUpFile>();
  const refused = new Map<string, LeaveReason>();
  const isSettled = (file: FoundFile): boolean => {
    const known = stored.get(file.path);
    return (known !== undefined && isSameState(known, file)) || refused.has(file.path);
  };
  const yielder = createYielder();
  const store = async (file: FoundFile): Promise<void> => {
    await yielder.yieldIfDue();
    stopIfCancelled(watch.signal);
    const kept = reuse(file) ?? (await storeFile(objects, join(root, file.path), file.path));
    if (typeof kept === 'string') refused.set(file.path, kept);
    else if (kept === null) stored.delete(file.path);
    else stored.set(file.path, kept);
  };
  const forgetGone = (walk: Walk): boolean => {
    const there = new Set(walk.files.map(({ path }) => path));
    const gone = [...stored.keys()].filter((path) => !there.has(path));
    for (const path of gone) stored.delete(path);
    return gone.length > 0;
  };

  let walk = await lookAround(following);
  for (let round = 1; round <= MOST_WALKS; round++) {
    const open = walk.files.filter((file) => !isSettled(file));
    const hasGone = forgetGone(walk);
    if (open.length === 0 && !hasGone && round > 1) break;
    let done = walk.files.length - open.length;
    for (const files of inOrder(open)) {
      await forEachAtOnce(files, AT_ONCE, async (file) => {
        await store(file);
        watch.onProgress(++done, walk.files.length + 1);
      });
    }
    walk = await lookAround(following);
  }
  forgetGone(walk);
  const named = [...refused].map(([path, why]) => ({ path, why }));
  return { files: [...stored.values()], leftOut: [...walk.leftOut, ...named] };
};
