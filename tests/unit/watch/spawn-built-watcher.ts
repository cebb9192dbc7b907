import type { WatchAnswer, WatchProcess, WatchRequest } from '#electron/watch/watch-messages.ts';
import { POLLING_ONLY, WITH_EVENTS } from '#electron/watch/watch-messages.ts';
import { buildHelperProcess } from '../../support/build-helper-process.ts';

export type SpawnWatcher = (root: string, asksSystem: boolean) => WatchProcess;

/** Builds the watcher of archives; answers a way to start it. */
export const buildWatchProcess = async (): Promise<SpawnWatcher> => {
  const entry = 'electron/watch/process/watch-process.ts';
  const { spawn } = await buildHelperProcess<WatchRequest, WatchAnswer>(entry);
  return (root, asksSystem) => spawn([root, asksSystem ? WITH_EVENTS : POLLING_ONLY]);
};
