import { join } from 'node:path';
import { utilityProcess } from 'electron';
import type { DictionaryProcess } from '#electron/spelling/process/dictionary-messages.ts';
import { linkProcess } from './link-process.ts';

/** The process that reads files of spelling dictionaries, as it is built beside the main process. */
const entry = join(import.meta.dirname, 'dictionary-process.js');

/** Starts a utility process for one job. */
export const spawnDictionaryProcess = (): DictionaryProcess =>
  linkProcess(utilityProcess.fork(entry, [], { serviceName: 'Precis dictionaries', stdio: 'ignore' }));
