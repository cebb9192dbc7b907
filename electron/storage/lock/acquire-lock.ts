/**
 * The lock of an archive: a file that names the process that has it open, so that two programs never write to one
 * archive.
 *
 * It appears complete (a hard link to a file that is already on the disk) and only if there is none. The lock of a
 * process that has ended is taken over. Several processes may try that at once, and between finding the holder dead and
 * replacing the lock, another may already have replaced it. So the right to replace the lock with nonce N is itself
 * such a lock, named after N: its holder checks again that the lock still has N, and only then replaces it. If that
 * process dies before it does, its right is taken over in the same way; the right to a right has a name of its own, so
 * that no nonce, forged or reused, makes a right its own successor.
 */
import { linkSync, renameSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { err, ok, type Result } from '#domain/result.ts';
import { isMissing, isTaken, requireSystemError } from '../file/system-error.ts';
import { writeDurably } from '../file/write/write-atomically.ts';
import { describeThisProcess, isHolding, type LockHolder, readLockHolder } from './lock-holder.ts';

export type Lock = {
  /** The content of the lock file as long as it is ours. */
  readonly nonce: string;
  release(): Promise<void>;
};

export type LockOptions = {
  readonly newNonce: () => string;
  /** Takes the lock although another machine has it: the analyst knows that the archive is not in use there. */
  readonly overrulesOtherHost: boolean;
  /** Who may read the lock file. */
  readonly mode: number;
};

/** Takes the lock file at `path`, or returns its holder. Throws the system's error if it can't be written. */
export const acquireLock = async (path: string, options: LockOptions): Promise<Result<Lock, LockHolder>> => {
  const me = await describeThisProcess(options.newNonce());
  const holder = await claim({
    path,
    depth: 0,
    me,
    overrules: options.overrulesOtherHost,
    mode: options.mode,
  });
  return holder === null ? ok({ nonce: me.nonce, release: () => release(path, me) }) : err(holder);
};

type Claim = {
  readonly path: string;
  /** 0 for the lock itself, 1 for the right to replace it, 2 for the right to replace that one, and so on. */
  readonly depth: number;
  readonly me: LockHolder;
  readonly overrules: boolean;
  readonly mode: number;
};

/** Null: the file at `path` is ours. Otherwise its holder, or the process that is taking it over. */
const claim = async (wanted: Claim): Promise<LockHolder | null> => {
  for (;;) {
    const attempt = await tryToClaim(wanted);
    if (attempt !== 'look-again') return attempt;
  }
};

type Attempt = LockHolder | null | 'look-again';

const tryToClaim = async (wanted: Claim): Promise<Attempt> => {
  const creation = await createLockFile(wanted);
  if (creation !== 'taken') return creation === 'created' ? null : creation;
  const holder = await readLockHolder(wanted.path);
  if (holder === null) return 'look-again';
  return (await isInTheWay(holder, wanted)) ? holder : replaceDeadHolder(holder, wanted);
};

/**
 * Locks that this process has given up: their files may be in a folder that was moved meanwhile, and no longer count.
 */
const givenUp = new Set<string>();

const isInTheWay = async (holder: LockHolder, { me, overrules }: Claim): Promise<boolean> => {
  if (givenUp.has(holder.nonce)) return false;
  return holder.host === me.host ? isHolding(holder) : !overrules;
};

const replaceDeadHolder = async (dead: LockHolder, wanted: Claim): Promise<Attempt> => {
  const successor = wanted.depth === 0 ? dead.nonce : `${dead.nonce}~${wanted.depth}`;
  const right = `${rightsBeside(wanted.path)}.tmp-after-${successor}`;
  const rival = await claim({ ...wanted, path: right, depth: wanted.depth + 1 });
  if (rival !== null) return rival;
  try {
    const holder = await readLockHolder(wanted.path);
    if (holder?.nonce !== dead.nonce) return 'look-again';
    const complete = await writeComplete(wanted);
    renameSync(complete, wanted.path);
    return null;
  } finally {
    discard(right);
  }
};

/** What can't be removed is cleared away by a later opening; the lock is what it is all the same. */
const discard = (path: string): void => {
  try {
    rmSync(path, { force: true });
  } catch (cause) {
    requireSystemError(cause);
  }
};

const createLockFile = async (wanted: Claim): Promise<'created' | 'taken' | 'look-again'> => {
  const complete = await writeComplete(wanted);
  try {
    linkSync(complete, wanted.path);
    return 'created';
  } catch (cause) {
    if (isTaken(cause)) return 'taken';
    // Whoever opens the archive removes temporary files, and has removed this one.
    if (isMissing(cause)) return 'look-again';
    return await createWithoutLink(wanted);
  } finally {
    discard(complete);
  }
};

/** For file systems without hard links. */
const createWithoutLink = async ({ path, me, mode }: Claim): Promise<'created' | 'taken'> => {
  try {
    await writeDurably(path, toBytes(me), mode);
    return 'created';
  } catch (cause) {
    if (isTaken(cause)) return 'taken';
    throw cause;
  }
};

const writeComplete = async ({ path, me, mode }: Claim): Promise<string> => {
  const complete = `${rightsBeside(path)}.tmp-of-${me.nonce}`;
  rmSync(complete, { force: true });
  await writeDurably(complete, toBytes(me), mode);
  return complete;
};

/** Every file of locking but the lock itself is named `.lock.tmp-…`, so that it is cleared away and not synced. */
const rightsBeside = (path: string): string => join(dirname(path), '.lock');

const toBytes = (holder: LockHolder): Uint8Array => Buffer.from(`${JSON.stringify(holder)}\n`, 'utf8');

/**
 * Removes the lock only if it is still ours: another machine may have overruled us. An unreadable lock is not ours. If
 * it can't be removed, it remains as that of an ended process, and the next one takes it over.
 */
const release = async (path: string, me: LockHolder): Promise<void> => {
  givenUp.add(me.nonce);
  // If something else is in its place, it is not ours either.
  const holder = await readLockHolder(path).catch(requireSystemError);
  if (holder?.nonce === me.nonce) await rm(path, { force: true }).catch(requireSystemError);
};
