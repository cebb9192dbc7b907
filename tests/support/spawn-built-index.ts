import type { ForkOptions } from 'node:child_process';
import type { IndexAnswer, IndexProcess, IndexRequest } from '#electron/index/process/index-messages.ts';
import { buildHelperProcess } from './build-helper-process.ts';

export type SpawnIndex = (root: string, archiveId: string, path: string) => IndexProcess;

/** Builds the search index; returns a function to start it, and the process ids of what was started. */
export const buildIndexProcess = async (
  options: ForkOptions = {},
): Promise<{
  readonly spawn: SpawnIndex;
  readonly pids: readonly number[];
}> => {
  const entry = 'electron/index/process/index-process.ts';
  const { spawn, pids } = await buildHelperProcess<IndexRequest, IndexAnswer>(entry);
  return { spawn: (...place) => spawn(place, options), pids };
};
