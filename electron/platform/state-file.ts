import { mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { z } from 'zod';
import type { StateDamage } from '../ports/local-state.ts';
import { log } from './log.ts';

/** A small file of userData: what is lost when it is lost is a convenience, never the analyst's work. */
export type StateFile<T> = {
  get(): T;
  /** Null where the file was sound, or there was none. */
  readonly damage: StateDamage | null;
  /** Resolves when it is written; a write that fails is logged, and the state holds until the app ends. */
  set(next: T): Promise<void>;
};

/**
 * Opens the state in `path`. A file that is missing counts as `fallback`, and so does one that does not fit its schema:
 * it is set aside under another name, so that the next write does not cost what could be read in it by hand.
 */
export function openStateFile<T>(path: string, schema: z.ZodType<T>, fallback: T): StateFile<T> {
  const read = readState(path, schema);
  let state = read.state ?? fallback;
  let lastWrite = Promise.resolve();
  let hasWaitingWrite = false;

  /** Writes that come while one is running are one: the latest state wins. */
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

/** Throws where something else stands there: a pipe would be waited for without end. */
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

/** Renames what does not fit to `<name>.damaged-<time>`; answers that name, null where the system refuses it. */
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
