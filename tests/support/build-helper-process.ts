/** A helper of the app in a child process of plain Node, built from the same entry as the app's utility process. */
import { type ForkOptions, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'vite';
import type { HelperProcess } from '#electron/ports/helper-process.ts';

export const project = join(import.meta.dirname, '../..');

/** SQLite in WebAssembly starts in half the time without optimisation, which no test runs long enough to need. */
const unoptimised = ['--liftoff-only'];

/** Packages that the app does not bundle either. */
const namesOfExternals = (): string[] => {
  const { dependencies } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
    readonly dependencies: Record<string, string>;
  };
  return Object.keys(dependencies);
};

const buildInto = async (outDir: string, entry: string): Promise<void> => {
  await build({
    root: project,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: namesOfExternals() },
    build: { ssr: entry, outDir, emptyOutDir: false, target: 'node20' },
  });
};

/** By entry: a test process builds each once for all of its files. */
const built = new Map<string, Promise<void>>();

/**
 * Builds `entry` (relative to the project); returns a function to start it, and the process ids of what was started.
 */
export const buildHelperProcess = async <Request extends object, Answer>(entry: string) => {
  const name = basename(entry, '.ts');
  // Within the project, so that native packages are found from there; one folder for each test process, so that none is
  // written while another starts from it.
  const outDir = join(project, '.cache/for-tests', process.env.VITEST_POOL_ID ?? 'alone');
  const building = built.get(entry) ?? buildInto(outDir, entry);
  built.set(entry, building);
  await building;
  const pids: number[] = [];
  const spawn = (args: readonly string[], options: ForkOptions = {}): HelperProcess<Request, Answer> => {
    const child = fork(join(outDir, `${name}.js`), args, {
      serialization: 'advanced',
      execArgv: unoptimised,
      ...options,
    });
    if (child.pid !== undefined) pids.push(child.pid);
    return {
      send: (request) => {
        // A message to a process that has just died is lost, as in Electron; its exit is reported.
        child.send(request, () => undefined);
      },
      onAnswer: (listener) => {
        child.on('message', (answer) => listener(answer as Answer));
      },
      onExit: (listener) => {
        child.once('exit', () => listener());
      },
      kill: () => {
        child.kill('SIGKILL');
      },
    };
  };
  return { spawn, pids: pids as readonly number[] };
};
