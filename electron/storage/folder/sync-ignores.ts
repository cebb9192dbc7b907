import { readFileSync } from 'node:fs';
import { isMissing } from '../file/system-error.ts';
import { writeAtomically } from '../file/write/write-atomically.ts';
import { pathOf, type StorageContext } from '../storage-context.ts';

/** What is of this machine or of a moment, and must not travel with the archive. */
const ignored = ['.lock', '*.tmp-*', '*.bak', '.incoming-*'];

/** `(?d)`: else a folder that another machine has deleted would stay, for what is ignored in it. */
const forSyncthing = (name: string): string => `(?d)${name}`;

const linesOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

/** The files of a new archive that say so, by their names. */
export const ignoreTexts = {
  '.gitignore': linesOf(ignored),
  '.stignore': linesOf(ignored.map(forSyncthing)),
} as const;

/** Brings the lines of an older archive up to date that Precis wrote itself; what a person wrote stays. */
export const mendSyncIgnores = async (context: StorageContext): Promise<void> => {
  const path = pathOf(context, '.stignore');
  const before = readText(path);
  const after = before
    .split('\n')
    .map((line) => (ignored.includes(line.trim()) ? forSyncthing(line.trim()) : line))
    .join('\n');
  if (after === before) return;
  const bytes = Buffer.from(after, 'utf8');
  await writeAtomically(path, bytes, context.temporaryPath(path), { mode: context.modes().file });
};

const readText = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if (isMissing(cause)) return '';
    throw cause;
  }
};
