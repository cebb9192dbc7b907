/** The utility processes of the app, each started from its own bundle beside the main process. */

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { app, type UtilityProcess, utilityProcess } from 'electron';
import type { BackupProcess } from '#electron/backup/process/backup-messages.ts';
import type { LayoutProcess } from '#electron/export/docx/pages/create-page-reader.ts';
import { type TypstProcess, typstEnvironment } from '#electron/export/typst/typst-messages.ts';
import type { IndexProcess } from '#electron/index/process/index-messages.ts';
import type { IndexPlace } from '#electron/index/process/serve-index.ts';
import { IN_MEMORY } from '#electron/index/store/in-memory.ts';
import type { HelperProcess } from '#electron/ports/helper-process.ts';
import type { DictionaryProcess } from '#electron/spelling/process/dictionary-messages.ts';
import { POLLING_ONLY, type WatchProcess, WITH_EVENTS } from '#electron/watch/watch-messages.ts';

/** A utility process as a helper: only the caller knows its message types. */
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

/** The bundle of the process that does one backup job. */
const backupEntry = join(import.meta.dirname, 'backup-process.js');

/** Starts a utility process for one job: it does not block main, and can be ended at any moment. */
export const spawnBackupProcess = (): BackupProcess =>
  linkProcess(utilityProcess.fork(backupEntry, [], { serviceName: 'Precis backup', stdio: 'ignore' }));

/** The bundle of the process that reads spelling dictionaries. */
const dictionaryEntry = join(import.meta.dirname, 'dictionary-process.js');

/** Starts a utility process for one job. */
export const spawnDictionaryProcess = (): DictionaryProcess =>
  linkProcess(
    utilityProcess.fork(dictionaryEntry, [], { serviceName: 'Precis dictionaries', stdio: 'ignore' }),
  );

/** The bundle of the process that lays out a Word document. */
const layoutEntry = join(import.meta.dirname, 'layout-process.js');

/** Starts a utility process for one document. */
export const spawnLayoutProcess = (): LayoutProcess =>
  linkProcess(utilityProcess.fork(layoutEntry, [], { serviceName: 'Precis Word pages', stdio: 'ignore' }));

/** The bundle of the index process. */
const indexEntry = join(import.meta.dirname, 'index-process.js');

/** The file of an archive's index: a copy of an archive in another folder has its own. */
const indexFile = (cacheFolder: string, root: string, archiveId: string): string => {
  const place = createHash('sha256').update(root).digest('hex').slice(0, 12);
  return join(cacheFolder, `${archiveId}-${place}`, 'search.sqlite');
};

/** Removes every index of an archive, also those of its copies; they can be rebuilt at any time. */
export const removeIndexes = (cacheFolder: string, archiveId: string): void => {
  if (!existsSync(cacheFolder)) return;
  for (const name of readdirSync(cacheFolder))
    if (name.startsWith(`${archiveId}-`)) rmSync(join(cacheFolder, name), { recursive: true, force: true });
};

/** Bundles have content hashes in their names: together they identify a build. */
const hashOfBuild = (): string =>
  createHash('sha256')
    .update(
      readdirSync(import.meta.dirname)
        .sort()
        .join(),
    )
    .digest('hex');

/** Where the index of an archive is stored; without a folder only in memory. */
export const placeOfIndex = (cacheFolder: string | null, root: string, archiveId: string): IndexPlace => ({
  root,
  archiveId,
  path: cacheFolder === null ? IN_MEMORY : indexFile(cacheFolder, root, archiveId),
  build: hashOfBuild(),
});

/** Starts the index of an archive in its own utility process, so that it does not block main. */
export const spawnIndexProcess = ({ root, archiveId, path, build }: IndexPlace): IndexProcess => {
  const child = utilityProcess.fork(indexEntry, [build, root, archiveId, path], {
    serviceName: 'Precis index',
    stdio: 'ignore',
  });
  return linkProcess(child);
};

/** The bundle of the Typst process. */
const typstEntry = join(import.meta.dirname, 'typst-process.js');

/** Starts Typst in its own utility process: a crash of its native code costs one PDF and not the app. */
export const spawnTypstProcess = (): TypstProcess => {
  const resources = join(app.getAppPath(), 'resources');
  const child = utilityProcess.fork(typstEntry, [resources], {
    env: typstEnvironment(process.env, resources),
    serviceName: 'Precis PDF',
    stdio: 'ignore',
  });
  return linkProcess(child);
};

/** The bundle of the process that watches the archive. */
const watchEntry = join(import.meta.dirname, 'watch-process.js');

/** Starts the watcher of an archive in its own utility process: a crash of its native code affects nothing else. */
export const spawnWatchProcess = (root: string, asksSystem: boolean): WatchProcess => {
  const child = utilityProcess.fork(watchEntry, [root, asksSystem ? WITH_EVENTS : POLLING_ONLY], {
    serviceName: 'Precis watcher',
    stdio: 'ignore',
  });
  return linkProcess(child);
};
