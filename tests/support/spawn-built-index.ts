/** The search index in a child of plain Node, as the app runs it in a utility process: built from the same entry. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'vite';
import type { IndexAnswer, IndexProcess } from '#electron/search/process/index-messages.ts';

const project = join(import.meta.dirname, '../..');
/** Within the project, so that SQLite is found from there. */
const outDir = join(project, '.cache/index-for-tests');

export type SpawnIndex = (root: string, archiveId: string, path: string) => IndexProcess;

/** Builds the entry; answers a way to start it, and the process ids of what was started. */
export const buildIndexProcess = async (): Promise<{
  readonly spawn: SpawnIndex;
  readonly pids: readonly number[];
}> => {
  await build({
    root: project,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: 'electron/search/process/index-process.ts',
      outDir,
      emptyOutDir: false,
      target: 'node20',
    },
  });
  const pids: number[] = [];
  const spawn: SpawnIndex = (...place) => {
    const child = fork(join(outDir, 'index-process.js'), place, { serialization: 'advanced' });
    if (child.pid !== undefined) pids.push(child.pid);
    return {
      send: (request) => {
        // To a process that has just died a message is lost, as it is in Electron; its exit is told.
        child.send(request, () => undefined);
      },
      onAnswer: (listener) => {
        child.on('message', (answer) => listener(answer as IndexAnswer));
      },
      onExit: (listener) => {
        child.once('exit', () => listener());
      },
      kill: () => {
        child.kill('SIGKILL');
      },
    };
  };
  return { spawn, pids };
};
