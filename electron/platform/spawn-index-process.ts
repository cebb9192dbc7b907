import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { utilityProcess } from 'electron';
import type { IndexProcess } from '#electron/search/process/index-messages.ts';
import { linkProcess } from './link-process.ts';

/** The process with the index, as it is built beside the main process. */
const entry = join(import.meta.dirname, 'index-process.js');

/** Where the index of an archive is kept: a copy of an archive in another folder has its own. */
const indexFile = (cacheFolder: string, root: string, archiveId: string): string => {
  const place = createHash('sha256').update(root).digest('hex').slice(0, 12);
  return join(cacheFolder, `${archiveId}-${place}`, 'search.sqlite');
};

/** Starts the index of an archive in a utility process of its own: main is never held by it. */
export const spawnIndexProcess = (cacheFolder: string, root: string, archiveId: string): IndexProcess => {
  const child = utilityProcess.fork(entry, [root, archiveId, indexFile(cacheFolder, root, archiveId)], {
    serviceName: 'Precis index',
    stdio: 'ignore',
  });
  return linkProcess(child);
};
