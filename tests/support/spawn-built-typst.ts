/** Typst in a child of plain Node, as the app runs it in a utility process: built from the same entry. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'vite';
import {
  type TypstAnswer,
  type TypstProcess,
  typstEnvironment,
} from '#electron/export/typst/typst-messages.ts';

const project = join(import.meta.dirname, '../..');
/** Within the project, so that the native compiler is found from there. */
const outDir = join(project, '.cache/typst-for-tests');

/** Builds the entry; answers a way to start it, and the process ids of what was started. */
export const buildTypstProcess = async (): Promise<{
  readonly spawn: () => TypstProcess;
  readonly pids: readonly number[];
}> => {
  await build({
    root: project,
    configFile: false,
    logLevel: 'error',
    build: { ssr: 'electron/export/typst/typst-process.ts', outDir, emptyOutDir: true, target: 'node20' },
  });
  const pids: number[] = [];
  const spawn = (): TypstProcess => {
    const child = fork(join(outDir, 'typst-process.js'), [join(project, 'resources')], {
      env: typstEnvironment(process.env),
      serialization: 'advanced',
    });
    if (child.pid !== undefined) pids.push(child.pid);
    return {
      send: (request) => {
        // To a process that has just died a message is lost, as it is in Electron; its exit is told.
        child.send(request, () => undefined);
      },
      onAnswer: (listener) => {
        child.on('message', (answer) => listener(answer as TypstAnswer));
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
