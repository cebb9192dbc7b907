import { readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { requireSystemError } from '../file/system-error.ts';
import { pathOf, type StorageContext } from '../storage-context.ts';
import { BOARD_FOLDER, EVENT_FOLDER, FORM_FOLDER, parentOf } from './layout.ts';
import { isLeftover, type Place } from './leftover-names.ts';
import { firstLinkedOut } from './linked-out.ts';

/** Removes what a crash may have left in the folders that every archive has; none of it was ever acknowledged. */
export const clearArchive = async (context: StorageContext): Promise<void> => {
  await clearFolder(context, '', 'root');
  await clearFolder(context, parentOf('article', 'archive'), 'articles');
  await clearFolder(context, parentOf('memo', 'archive'), 'memos');
  await clearFolder(context, FORM_FOLDER, 'forms');
  await clearFolder(context, BOARD_FOLDER, 'boards');
  await clearFolder(context, EVENT_FOLDER, 'events');
  await clearFolder(context, parentOf('article', 'trash'), 'trashed-articles');
  await clearFolder(context, parentOf('memo', 'trash'), 'trashed-memos');
};

/**
 * Removes what a crash may have left in one folder. The folder of an article or a memo is cleared when it is first
 * read, because there may be ten thousand of them. What can't be listed or removed now is left for the next time; it
 * does no harm. What is behind a link out of the archive is never touched.
 */
export const clearFolder = async (context: StorageContext, folder: string, place: Place): Promise<void> => {
  if (folder !== '' && firstLinkedOut(context.root, [folder]) !== null) return;
  const path = pathOf(context, folder);
  for (const entry of listEntries(path)) {
    if (!isLeftover(place, entry) || context.isOwnTemporary(entry.name)) continue;
    // Another process may own the archive now and be writing that file.
    if (!context.mayMend()) return;
    const options = { recursive: entry.isDirectory(), force: true };
    await rm(join(path, entry.name), options).catch(requireSystemError);
  }
};

const listEntries = (path: string) => {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (cause) {
    requireSystemError(cause);
    return [];
  }
};
