/**
 * What Git is told of an archive. No byte of it may be converted: a line end that Git changed would alter an original, and
 * with it the evidence. And Git may not merge JSON line by line: a file that both sides have changed stays valid JSON,
 * as ours, and the merge stops for `precis merge`, which merges by record.
 */
import { readFileSync } from 'node:fs';
import { findRepository } from '../../git/find-repository.ts';
import { isMissing } from '../file/system-error.ts';
import { writeAtomically } from '../file/write/write-atomically.ts';
import { pathOf, type StorageContext } from '../storage-context.ts';
import { ATTRIBUTES_FILE } from './layout.ts';

/** Each rule, and how one is known that says the same. */
const rules = [
  { text: '* -text', pattern: /^\s*\*\s(?:.*\s)?(?:-text|binary)(?:\s|$)/mu },
  { text: '*.json -merge', pattern: /^\s*\*\.json\s(?:.*\s)?(?:-merge|binary)(?:\s|$)/mu },
] as const;

/** Of a new archive. */
export const gitAttributes = `${rules.map(({ text }) => text).join('\n')}\n`;

/**
 * Adds what is missing of it to an archive that stands in a Git repository; what a person has written there stays.
 * Answers whether anything was added.
 */
export const ensureGitAttributes = async (context: StorageContext): Promise<boolean> => {
  if (findRepository(context.root) === null) return false;
  const path = pathOf(context, ATTRIBUTES_FILE);
  const before = readText(path);
  const missing = rules.filter(({ pattern }) => !pattern.test(before)).map(({ text }) => `${text}\n`);
  if (missing.length === 0) return false;
  const lines = before === '' || before.endsWith('\n') ? before : `${before}\n`;
  // Rules that stand later win: those of a person are more special.
  const bytes = Buffer.from(`${missing.join('')}${lines}`, 'utf8');
  await writeAtomically(path, bytes, context.temporaryPath(path), { mode: context.modes().file });
  return true;
};

const readText = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if (isMissing(cause)) return '';
    throw cause;
  }
};
