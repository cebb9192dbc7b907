import { join } from 'node:path';
import { app, utilityProcess } from 'electron';
import { type TypstProcess, typstEnvironment } from '#electron/export/typst/typst-messages.ts';
import { linkProcess } from './link-process.ts';

/** The process that runs Typst, as it is built beside the main process. */
const entry = join(import.meta.dirname, 'typst-process.js');

/** Starts Typst in a utility process of its own: a crash of its native code costs one PDF and not the app. */
export const spawnTypstProcess = (): TypstProcess => {
  const child = utilityProcess.fork(entry, [join(app.getAppPath(), 'resources')], {
    env: typstEnvironment(process.env),
    serviceName: 'Precis PDF',
    stdio: 'ignore',
  });
  return linkProcess(child);
};
