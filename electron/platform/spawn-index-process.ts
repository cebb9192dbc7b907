import { createHash } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { utilityProcess } from 'electron';
import type { IndexProcess } from '#electron/index/process/index-messages.ts';
import { IN_MEMORY } from '#electron/index/store/in-memory.ts';
import { linkProcess } from './link-process.ts';

/** The process with the index, as it is built beside the main process. */
const entry = join(import.meta.dirname, 'index-process.js');

/** Where the index of an archive is kept: a copy of an archive in another folder has its own. */
const indexFile = (cacheFolder: string, root: string, archiveId: string): string => {
  const place = createHash('sha256').update(root).digest('hex').slice(0, 12);
  return join(cacheFolder, `${archiveId}-${place}`, 'search.sqlite');
};

/** Removes every index of an archive, wherever copies of it lie; they can be made anew at any time. */
export const removeIndexes = (cacheFolder: string, archiveId: string): void => {
  if (!existsSync(cacheFolder)) return;
  for (const name of readdirSync(cacheFolder))
    if (name.startsWith(`${archiveId}-`)) rmSync(join(cacheFolder, name), { recursive: true, force: true });
};

/**
 * Starts the index of an archive in a utility process of its own: main is never held by it. Without a folder the
 * index is kept in memory alone.
 */
export const spawnIndexProcess = (
  cacheFolder: string | null,
  root: string,
  archiveId: string,
): IndexProcess => {
  const path = cacheFolder === null ? IN_MEMORY : indexFile(cacheFolder, root, archiveId);
  const child = utilityProcess.fork(entry, [root, archiveId, path], {
    serviceName: 'Precis index',
    stdio: 'ignore',
  });
  return linkProcess(child);
};
