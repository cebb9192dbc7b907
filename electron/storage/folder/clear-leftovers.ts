import { readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing } from '../file/system-error.ts';
import { pathOf, type StorageContext } from '../storage-context.ts';
import { INCOMING_PREFIX, parentOf } from './layout.ts';

/** What a crash may have left in the folders that every archive has; nothing of it was ever acknowledged. */
export const clearArchive = async (context: StorageContext): Promise<void> => {
  const folders = [
    '',
    'articles',
    'memos',
    'templates',
    'trash',
    parentOf('article', 'trash'),
    parentOf('memo', 'trash'),
  ];
  for (const folder of folders) await clearFolder(context, folder);
};

/**
 * What a crash may have left in one folder. The folder of an article or a memo is cleared when it is first read,
 * since there may be ten thousand of them.
 */
export const clearFolder = async (context: StorageContext, folder: string): Promise<void> => {
  const path = pathOf(context, folder);
  for (const name of listNames(path))
    if (isLeftover(name) && !context.isOwnTemporary(name))
      await rm(join(path, name), { recursive: true, force: true });
};

/** Whether a file or folder was never finished, by its name. */
export const isLeftover = (name: string): boolean =>
  name.startsWith(INCOMING_PREFIX) || name.includes('.tmp-');

const listNames = (path: string): readonly string[] => {
  try {
    return readdirSync(path);
  } catch (cause) {
    if (isMissing(cause)) return [];
    throw cause;
  }
};
