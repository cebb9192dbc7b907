import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { toTimestamp } from '#domain/time.ts';
import { isMissing, isTaken } from '../system-error.ts';
import { copyDurably, linkOrCopy } from '../write/link-or-copy.ts';

/** The names of the copies of damaged bytes beside a file, oldest first. */
export const listSetAside = (path: string): readonly string[] => {
  try {
    return readdirSync(dirname(path))
      .filter((name) => name.startsWith(`${basename(path)}.corrupt-`))
      .sort();
  } catch (cause) {
    if (isMissing(cause)) return [];
    throw cause;
  }
};

/**
 * Keeps the damaged bytes of a file under a second name, `<name>.corrupt-<time>`, and returns that name. The file
 * itself stays until the caller replaces it, so that it is never taken for a missing one. Bytes that were kept before
 * are not kept twice.
 * @param isReplacedNext if true a link is enough, which takes no space; otherwise somebody may repair the file in
 * place, and the kept bytes must not change with it
 */
export const setAside = (path: string, nowMs: number, isReplacedNext: boolean): string => {
  const bytes = readFileSync(path);
  const known = listSetAside(path).find((name) => holdsBytes(join(dirname(path), name), bytes));
  if (known !== undefined) return known;
  const name = `${basename(path)}.corrupt-${toTimestamp(nowMs).replace(/[-:.]/g, '')}`;
  return keepAs(path, name, isReplacedNext ? linkOrCopy : copyDurably);
};

/** Only a regular file is read, and only if its size is that of the bytes. */
const holdsBytes = (path: string, bytes: Uint8Array): boolean => {
  const stats = lstatSync(path);
  return stats.isFile() && stats.size === bytes.length && readFileSync(path).equals(bytes);
};

const keepAs = (path: string, name: string, keep: (from: string, to: string) => void): string => {
  for (let count = 1; ; count++) {
    const numbered = count === 1 ? name : `${name}-${count}`;
    try {
      keep(path, join(dirname(path), numbered));
      return numbered;
    } catch (cause) {
      if (!isTaken(cause)) throw cause;
    }
  }
};
