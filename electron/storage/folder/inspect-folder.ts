import { type Dirent, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { listSetAside } from '../file/read/set-aside.ts';
import { backupOf } from '../file/write/write-atomically.ts';
import { ARCHIVE_FILE, LOCK_FILE, textFiles } from './layout.ts';
import { isLeftover } from './leftover-names.ts';

/** What a folder contains, before it is opened. */
export type FolderState = 'missing' | 'empty' | 'archive' | 'something-else';

/** Examines a folder without changing anything in it. Throws the system's error if that is impossible. */
export const inspectFolder = (folder: string): FolderState => {
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (stats === undefined) return 'missing';
  if (!stats.isDirectory()) return 'something-else';
  const entries = readdirSync(folder, { withFileTypes: true });
  // Looked for after the listing: of an archive that is being made meanwhile its file comes before all of account.
  if (hasArchiveFile(folder)) return 'archive';
  return entries.every(isOfNoAccount) ? 'empty' : 'something-else';
};

/** An archive whose `archive.json` is gone is one all the same, if anything of that file is left. */
export const hasArchiveFile = (folder: string): boolean => {
  const path = join(folder, ARCHIVE_FILE);
  return existsSync(path) || existsSync(backupOf(path)) || listSetAside(path).length > 0;
};

/**
 * Created by a file manager, or left by an archive whose creation was interrupted: its key does not open anything yet.
 */
const isOfNoAccount = (entry: Dirent): boolean =>
  isLeftover('root', entry) || isKey.test(entry.name) || namesOfNoAccount.includes(entry.name);

/** The key, its second copy, and one that was put aside for another. */
const isKey = /^key(?:-\w+)?\.age(?:\.bak)?$/u;

const namesOfNoAccount: readonly string[] = [
  LOCK_FILE,
  ...textFiles,
  '.DS_Store',
  'Thumbs.db',
  'desktop.ini',
];
