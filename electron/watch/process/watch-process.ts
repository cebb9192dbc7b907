/**
 * The entry of the process that watches the archive: a utilityProcess of the app, or a child of plain Node in a test.
 * Its last arguments are the folder of the archive and whether the system's events are used. The native watcher is
 * loaded only here, so that its crash affects nothing else.
 */

import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackendType } from '@parcel/watcher';
import { giveBackMemory } from '#electron/time/give-back-memory.ts';
import { POLLING_ONLY, type WatchAnswer, type WatchRequest } from '../watch-messages.ts';
import { ArchiveWatcher, type Subscribe } from './archive-watcher.ts';

/** Named explicitly, because otherwise another program, Watchman, would be tried first. */
const backends: { readonly [Platform in NodeJS.Platform]?: BackendType } = {
  linux: 'inotify',
  darwin: 'fs-events',
  win32: 'windows',
};

/** Folders of other programs in an archive; a Git repository has thousands of folders. */
const foreignFolders = ['.git', '.stversions', '.stfolder', '.dropbox.cache', '.hg', '.svn'];

/**
 * Subscribes to events below a folder through @parcel/watcher. It is imported here, so that its absence on a system
 * counts as a refusal.
 */
const subscribeToSystem: Subscribe = async (root, hear) => {
  const backend = backends[process.platform];
  if (backend === undefined) throw new Error(`no events are known on ${process.platform}`);
  const { subscribe } = await import('@parcel/watcher');
  const { unsubscribe } = await subscribe(
    root,
    (failure, events) => hear(failure === null ? events.map(({ path }) => path) : 'failed'),
    { backend, ignore: foreignFolders.map((name) => join(root, name)) },
  );
  return unsubscribe;
};

/**
 * Linux file systems (`statfs(2)`) on another machine, whose changes are not reported to the kernel here. In order:
 * NFS, SMB, CIFS, SMB 2, AFS, Coda, Ceph, 9P and the shared folders of VirtualBox.
 */
const remoteTypes: ReadonlySet<number> = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x73757245, 0x00c36400, 0x01021997, 0x786f4256,
]);

/** Whether a folder is on another machine, if that can be determined. */
const isRemoteFolder = async (root: string): Promise<boolean> => {
  if (process.platform === 'win32') return root.startsWith('\\\\');
  if (process.platform !== 'linux') return false;
  const { type } = await statfs(root);
  return remoteTypes.has(type);
};

/** Electron's port to the parent; the type is declared here because nothing in this folder depends on Electron. */
type ParentPort = {
  on(event: 'message', listener: (event: { readonly data: WatchRequest }) => void): void;
  postMessage(answer: WatchAnswer): void;
};

const { parentPort } = process as NodeJS.Process & { readonly parentPort?: ParentPort };
const [root = '', how = ''] = process.argv.slice(-2);

const tell = (answer: WatchAnswer): void => {
  if (parentPort === undefined) process.send?.(answer);
  else parentPort.postMessage(answer);
};

const watcher = new ArchiveWatcher({
  root,
  subscribe: how === POLLING_ONLY ? null : subscribeToSystem,
  isRemote: () => isRemoteFolder(root),
  tell,
});

const end = async (): Promise<void> => {
  await watcher.close();
  process.exit();
};

if (parentPort === undefined) {
  process.on('message', () => void end());
  process.on('disconnect', () => process.exit());
} else {
  parentPort.on('message', () => void end());
}

void watcher.start().then(giveBackMemory);
