import { mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { z } from 'zod';
import type { StateDamage } from '../ports/local-state.ts';
import { log } from './log.ts';

/** A small file of userData: losing it costs convenience, never the analyst's work. */
export type StateFile<T> = {
  get(): T;
  /** Null if the file was valid, or missing. */
  readonly damage: StateDamage | null;
  /** Resolves when it is written; a failed write is logged, and the state applies until the app ends. */
  set(next: T): Promise<void>;
};

/**
 * Opens the state in `path`. A missing file counts as `fallback`, and so does one that does not fit its schema: it is
 * renamed, so that the next write does not destroy what could still be recovered by hand.
 */
export function openStateFile<T>(path: string, schema: z.ZodType<T>, fallback: T): StateFile<T> {
  const read = readState(path, schema);
  let state = read.state ?? fallback;
  let lastWrite = Promise.resolve();
  let hasWaitingWrite = false;

  /** Writes during a running one are merged: the latest state wins. */
  const write = async () => {
    hasWaitingWrite = false;
    try {
      await writeFile(`${path}.new`, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
      await rename(`${path}.new`, path);
    } catch (error) {
      log.error(`${path} could not be written`, error);
    }
  };

  return {
    get: () => state,
    damage: read.damage,
    set(next) {
      state = next;
      if (!hasWaitingWrite) {
        hasWaitingWrite = true;
        lastWrite = lastWrite.then(write);
      }
      return lastWrite;
    },
  };
}

type ReadState<T> = { readonly state: T | null; readonly damage: StateDamage | null };

/** Far more than any of them has. */
const MAX_BYTES = 64 << 20;

/** Throws if it is not a regular file: reading a pipe would never end. */
const readText = (path: string): string => {
  const stats = statSync(path);
  if (!stats.isFile() || stats.size > MAX_BYTES) throw new Error(`${path} is no small file.`);
  return readFileSync(path, 'utf8');
};

function readState<T>(path: string, schema: z.ZodType<T>): ReadState<T> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  try {
    return { state: schema.parse(JSON.parse(readText(path))), damage: null };
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (isMissing) return { state: null, damage: null };
    log.warn(`${path} is not as expected and counts as empty`, error);
    return { state: null, damage: { fileName: basename(path), keptAs: setAside(path) } };
  }
}

/** Renames an invalid file to `<name>.damaged-<time>`; returns that name, null if the system refuses. */
function setAside(path: string): string | null {
  const aside = `${path}.damaged-${new Date().toISOString().replace(/[-:.]/gu, '')}`;
  try {
    renameSync(path, aside);
    return basename(aside);
  } catch (error) {
    log.error(`${path} could not be set aside`, error);
    return null;
  }
}
