import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackendType } from '@parcel/watcher';
import type { Subscribe } from './archive-watcher.ts';

/** Named, since else a program of another kind is asked for first, Watchman. */
const backends: { readonly [Platform in NodeJS.Platform]?: BackendType } = {
  linux: 'inotify',
  darwin: 'fs-events',
  win32: 'windows',
};

/** What other programs keep in an archive for themselves; a Git repository has thousands of folders. */
const foreignFolders = ['.git', '.stversions', '.stfolder', '.dropbox.cache', '.hg', '.svn'];

/**
 * Has @parcel/watcher tell of what happens below a folder. It is loaded here: where there is none for a system, that is
 * a refusal.
 */
export const subscribeToSystem: Subscribe = async (root, hear) => {
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
 * File systems of Linux (`statfs(2)`) that lie on another machine: what is done there, the kernel here is not told. In
 * turn: NFS, SMB, CIFS, SMB 2, AFS, Coda, Ceph, 9P and the shared folders of VirtualBox.
 */
const remoteTypes: ReadonlySet<number> = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x73757245, 0x00c36400, 0x01021997, 0x786f4256,
]);

/** Whether a folder lies on another machine, as far as that can be told. */
export const isRemoteFolder = async (root: string): Promise<boolean> => {
  if (process.platform === 'win32') return root.startsWith('\\\\');
  if (process.platform !== 'linux') return false;
  const { type } = await statfs(root);
  return remoteTypes.has(type);
};
