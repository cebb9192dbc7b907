/** The utility processes of the app, each started by the file that it is built to beside the main process. */

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { app, type UtilityProcess, utilityProcess } from 'electron';
import type { BackupProcess } from '#electron/backup/process/backup-messages.ts';
import { type TypstProcess, typstEnvironment } from '#electron/export/typst/typst-messages.ts';
import type { IndexProcess } from '#electron/index/process/index-messages.ts';
import type { IndexPlace } from '#electron/index/process/serve-index.ts';
import { IN_MEMORY } from '#electron/index/store/in-memory.ts';
import type { HelperProcess } from '#electron/ports/helper-process.ts';
import type { DictionaryProcess } from '#electron/spelling/process/dictionary-messages.ts';
import { POLLING_ONLY, type WatchProcess, WITH_EVENTS } from '#electron/watch/watch-messages.ts';

/** A utility process as a helper: what it takes and answers is known to whoever starts it. */
const linkProcess = <Request, Answer>(child: UtilityProcess): HelperProcess<Request, Answer> => ({
  send: (request) => child.postMessage(request),
  onAnswer: (listener) => {
    child.on('message', (answer: Answer) => listener(answer));
  },
  onExit: (listener) => {
    child.once('exit', () => listener());
  },
  kill: () => {
    child.kill();
  },
});

/** The process that does one job with backups, as it is built beside the main process. */
const backupEntry = join(import.meta.dirname, 'backup-process.js');

/** Starts a utility process for one job: main is never held by it, and it can be ended at any moment. */
export const spawnBackupProcess = (): BackupProcess =>
  linkProcess(utilityProcess.fork(backupEntry, [], { serviceName: 'Precis backup', stdio: 'ignore' }));

/** The process that reads files of spelling dictionaries, as it is built beside the main process. */
const dictionaryEntry = join(import.meta.dirname, 'dictionary-process.js');

/** Starts a utility process for one job. */
export const spawnDictionaryProcess = (): DictionaryProcess =>
  linkProcess(
    utilityProcess.fork(dictionaryEntry, [], { serviceName: 'Precis dictionaries', stdio: 'ignore' }),
  );

/** The process with the index, as it is built beside the main process. */
const indexEntry = join(import.meta.dirname, 'index-process.js');

/** Where the index of an archive is kept: a copy of an archive in another folder has its own. */
const indexFile = (cacheFolder: string, root: string, archiveId: string): string => {
  const place = createHash('sha256').update(root).digest('hex').slice(0, 12);
  return join(cacheFolder, `${archiveId}-${place}`, 'search.sqlite');
};

/** Removes every index of an archive, wherever copies of it lie; they can be made anew at any time. */
export const removeIndexes = (cacheFolder: string, archiveId: string): void => {
  if (!existsSync(cacheFolder)) return;
  for (const name of readdirSync(cacheFolder))
    if (name.startsWith(`${archiveId}-`)) rmSync(join(cacheFolder, name), { recursive: true, force: true });
};

/** What is built has hashes of its contents in its names: together they tell one build of the program from another. */
const hashOfBuild = (): string =>
  createHash('sha256')
    .update(
      readdirSync(import.meta.dirname)
        .sort()
        .join(),
    )
    .digest('hex');

/** Where the index of an archive lies and is kept; without a folder for it in memory alone. */
export const placeOfIndex = (cacheFolder: string | null, root: string, archiveId: string): IndexPlace => ({
  root,
  archiveId,
  path: cacheFolder === null ? IN_MEMORY : indexFile(cacheFolder, root, archiveId),
  build: hashOfBuild(),
});

/** Starts the index of an archive in a utility process of its own: main is never held by it. */
export const spawnIndexProcess = ({ root, archiveId, path, build }: IndexPlace): IndexProcess => {
  const child = utilityProcess.fork(indexEntry, [build, root, archiveId, path], {
    serviceName: 'Precis index',
    stdio: 'ignore',
  });
  return linkProcess(child);
};

/** The process that runs Typst, as it is built beside the main process. */
const typstEntry = join(import.meta.dirname, 'typst-process.js');

/** Starts Typst in a utility process of its own: a crash of its native code costs one PDF and not the app. */
export const spawnTypstProcess = (): TypstProcess => {
  const resources = join(app.getAppPath(), 'resources');
  const child = utilityProcess.fork(typstEntry, [resources], {
    env: typstEnvironment(process.env, resources),
    serviceName: 'Precis PDF',
    stdio: 'ignore',
  });
  return linkProcess(child);
};

/** The process that watches the archive, as it is built beside the main process. */
const watchEntry = join(import.meta.dirname, 'watch-process.js');

/** Starts the watcher of an archive in a utility process of its own: a crash of its native code costs nothing else. */
export const spawnWatchProcess = (root: string, asksSystem: boolean): WatchProcess => {
  const child = utilityProcess.fork(watchEntry, [root, asksSystem ? WITH_EVENTS : POLLING_ONLY], {
    serviceName: 'Precis watcher',
    stdio: 'ignore',
  });
  return linkProcess(child);
};
