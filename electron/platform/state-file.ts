import { mkdirSync, readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { log } from './log.ts';

/** A small file of userData: what is lost when it is lost is a convenience, never the analyst's work. */
export type StateFile<T> = {
  get(): T;
  /** Resolves when it is written; a write that fails is logged, and the state holds until the app ends. */
  set(next: T): Promise<void>;
};

/**
 * Opens the state in `path`. A file that is missing or does not fit its schema counts as `fallback`: settings of
 * a newer or broken file are not worth a question at start.
 */
export function openStateFile<T>(path: string, schema: z.ZodType<T>, fallback: T): StateFile<T> {
  let state = readState(path, schema) ?? fallback;
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

function readState<T>(path: string, schema: z.ZodType<T>): T | null {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!isMissing) log.warn(`${path} is not as expected and counts as empty`, error);
    return null;
  }
}
