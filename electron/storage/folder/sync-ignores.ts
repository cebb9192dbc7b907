import type { StorageContext } from '../storage-context.ts';
import { rewriteText } from './rewrite-text.ts';

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

const mendLine = (line: string): string => (ignored.includes(line.trim()) ? forSyncthing(line.trim()) : line);

/** Brings the lines of an older archive up to date that Precis wrote itself; what a person wrote stays. */
export const mendSyncIgnores = async (context: StorageContext): Promise<void> => {
  await rewriteText(context, '.stignore', (text) => text.split('\n').map(mendLine).join('\n'));
};
