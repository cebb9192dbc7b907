import { join } from 'node:path';
import {
  type TypstAnswer,
  type TypstProcess,
  type TypstRequest,
  typstEnvironment,
} from '#electron/export/typst/typst-messages.ts';
import { buildHelperProcess, project } from './build-helper-process.ts';

/** Builds Typst's process; returns a function to start it, and the process ids of what was started. */
export const buildTypstProcess = async (): Promise<{
  readonly spawn: () => TypstProcess;
  readonly pids: readonly number[];
}> => {
  const entry = 'electron/export/typst/typst-process.ts';
  const { spawn, pids } = await buildHelperProcess<TypstRequest, TypstAnswer>(entry);
  const resources = join(project, 'resources');
  return { spawn: () => spawn([resources], { env: typstEnvironment(process.env, resources) }), pids };
};
