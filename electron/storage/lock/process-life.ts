import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { isRunning } from './is-running.ts';

const run = promisify(execFile);

/**
 * When a process started, as an opaque text: two processes of one number, one after the other, have different
 * ones. Null where there is no such process; empty where the system does not say (Windows).
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
