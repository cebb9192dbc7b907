import type { StorageContext } from '../storage-context.ts';
import { rewriteText } from './rewrite-text.ts';

/** Files of this machine, or temporary ones, that must not be synced with the archive. */
const ignored = ['.lock', '*.tmp-*', '*.bak', '.incoming-*'];

/** Without `(?d)`, a folder that another machine has deleted would stay because of the ignored files in it. */
const forSyncthing = (name: string): string => `(?d)${name}`;

const linesOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

/** The ignore files of a new archive, by their names. */
export const ignoreTexts = {
  '.gitignore': linesOf(ignored),
  '.stignore': linesOf(ignored.map(forSyncthing)),
} as const;

const mendLine = (line: string): string => (ignored.includes(line.trim()) ? forSyncthing(line.trim()) : line);

/** Updates the lines of an older archive that Precis wrote itself; what a person wrote stays. */
export const mendSyncIgnores = async (context: StorageContext): Promise<void> => {
  await rewriteText(context, '.stignore', (text) => text.split('\n').map(mendLine).join('\n'));
};
