import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { ReadFailure } from '#domain/contract/errors/archive-errors.ts';
import { parseOrNull } from '../file/read/parse-or-null.ts';
import { readBytes } from '../file/read/read-bytes.ts';
import { isMissing, systemError } from '../file/system-error.ts';
import { isRunning } from './is-running.ts';

/** The characters of a nonce. */
export const NONCE_PATTERN = '[\\w.-]{1,100}';

const lockHolderSchema = z.object({
  // It is shown to the person who may overrule it.
  host: z.string().max(255),
  pid: z.int().min(1),
  /** See readProcessStart. */
  processStart: z.string().max(255),
  /** New for each opening. It becomes part of file names, so it must be safe in them. */
  nonce: z.string().regex(new RegExp(`^${NONCE_PATTERN}$`, 'u')),
});

/** The content of a lock file: which process has the archive open. */
export type LockHolder = z.infer<typeof lockHolderSchema>;

const run = promisify(execFile);

/**
 * When a process started, as an opaque text: two successive processes with the same number have different ones. Null if
 * there is no such process; empty if the system does not tell (Windows).
 */
export const readProcessStart = async (pid: number): Promise<string | null> => {
  if (!isRunning(pid)) return null;
  if (process.platform === 'linux') return readLinuxStart(pid);
  if (process.platform === 'win32') return '';
  return readListedStart(pid);
};

/** proc(5): after the name in brackets comes the state, and 19 fields later the start in ticks since boot. */
const readLinuxStart = async (pid: number): Promise<string | null> => {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie has ended; only its number is still taken.
    if (fields[0] === 'Z' || fields[0] === 'X') return null;
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    return `${boot.trim()}/${fields[19] ?? ''}`;
  } catch {
    // It ended just now, or /proc is not there.
    return isRunning(pid) ? '' : null;
  }
};

const readListedStart = async (pid: number): Promise<string | null> => {
  try {
    const { stdout } = await run('ps', ['-o', 'lstart=', '-p', String(pid)], { env: { LC_ALL: 'C' } });
    return stdout.trim();
  } catch {
    return isRunning(pid) ? '' : null;
  }
};

/** This process, as the holder of a lock. */
export const describeThisProcess = async (nonce: string): Promise<LockHolder> => ({
  host: hostname(),
  pid: process.pid,
  processStart: (await readProcessStart(process.pid)) ?? '',
  nonce,
});

/** The holder of the lock file, null if there is none. */
export const readLockHolder = async (path: string): Promise<LockHolder | null> => {
  try {
    const bytes = await readLock(path);
    return bytes === null ? null : (parseHolder(bytes) ?? (await readSlowHolder(path)));
  } catch (cause) {
    if (isMissing(cause)) return null;
    throw cause;
  }
};

/** More than a lock ever has. */
const MAX_LOCK_BYTES = 1 << 16;

/** The bytes of a lock file, null if there is none. Throws if something else is in its place. */
const readLock = async (path: string): Promise<Uint8Array | null> => {
  const read = await readBytes(path, MAX_LOCK_BYTES);
  if (read.kind === 'unreadable') throw systemError('EACCES', `${path} can't be read.`);
  return read.kind === 'bytes' ? read.bytes : null;
};

/** Why the lock file of an archive can't be read; null if it can, or if there is none. */
export const whyUnreadable = async (path: string): Promise<ReadFailure | null> => {
  const read = await readBytes(path, MAX_LOCK_BYTES);
  return read.kind === 'unreadable' ? read.reason : null;
};

/** The holder in the text of a lock file; null if the text is not valid. */
export const parseLockHolder = (text: string): LockHolder | null => {
  const parsed = lockHolderSchema.safeParse(parseOrNull(text));
  return parsed.success ? parsed.data : null;
};

const parseHolder = (bytes: Uint8Array): LockHolder | null =>
  parseLockHolder(Buffer.from(bytes).toString('utf8'));

/**
 * On a file system without hard links a lock appears empty and is filled at once, so a second read decides. A lock that
 * is still empty then was cut short by a power failure, and has no holder.
 */
const readSlowHolder = async (path: string): Promise<LockHolder | null> => {
  await wait(FILLING_MS);
  const bytes = await readLock(path);
  return bytes === null ? null : (parseHolder(bytes) ?? (await describeUnknownHolder(path)));
};

const FILLING_MS = 200;

/**
 * Whether the holder still has the archive open, as far as can be seen from here: of another machine nothing can
 * be seen, so its lock counts.
 */
export const isHolding = async (holder: LockHolder): Promise<boolean> => {
  if (holder.host !== hostname()) return true;
  const start = await readProcessStart(holder.pid);
  if (start === null) return false;
  return start === '' || holder.processStart === '' || start === holder.processStart;
};

const describeUnknownHolder = async (path: string): Promise<LockHolder> => {
  const { mtimeMs, ino } = await stat(path);
  return { host: hostname(), pid: NO_PROCESS, processStart: '', nonce: `unreadable-${ino}-${mtimeMs}` };
};

/** No process has this number: it is above the greatest that any system gives. */
const NO_PROCESS = 2 ** 31 - 1;
