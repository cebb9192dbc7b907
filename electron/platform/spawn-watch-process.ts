import { join } from 'node:path';
import { utilityProcess } from 'electron';
import { POLLING_ONLY, type WatchProcess, WITH_EVENTS } from '#electron/watch/watch-messages.ts';
import { linkProcess } from './link-process.ts';

/** The process that watches the archive, as it is built beside the main process. */
const entry = join(import.meta.dirname, 'watch-process.js');

/** Starts the watcher of an archive in a utility process of its own: a crash of its native code costs nothing else. */
export const spawnWatchProcess = (root: string, asksSystem: boolean): WatchProcess => {
  const child = utilityProcess.fork(entry, [root, asksSystem ? WITH_EVENTS : POLLING_ONLY], {
    serviceName: 'Precis watcher',
    stdio: 'ignore',
  });
  return linkProcess(child);
};
