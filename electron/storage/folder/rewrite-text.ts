import { readFileSync } from 'node:fs';
import { isMissing } from '../file/system-error.ts';
import { writeAtomically } from '../file/write/write-atomically.ts';
import { pathOf, type StorageContext } from '../storage-context.ts';

/**
 * Writes the result of `rewrite` on a small text file of the archive; a missing one counts as empty. Nothing is written
 * if the text is the same. Returns whether anything was written. Throws the system's error.
 */
export const rewriteText = async (
  context: StorageContext,
  name: string,
  rewrite: (text: string) => string,
): Promise<boolean> => {
  const path = pathOf(context, name);
  const before = readText(path);
  const after = rewrite(before);
  if (after === before) return false;
  const bytes = Buffer.from(after, 'utf8');
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
