/**
 * The entry of the process that watches the archive: a utilityProcess of the app, or a child of plain Node in a test.
 * Its last arguments are the folder of the archive and whether the system is asked to tell. The native watcher is
 * loaded here alone: where it crashes, it takes nothing along.
 */
import { giveBackMemory } from '#electron/time/give-back-memory.ts';
import { POLLING_ONLY, type WatchAnswer, type WatchRequest } from '../watch-messages.ts';
import { ArchiveWatcher } from './archive-watcher.ts';
import { isRemoteFolder, subscribeToSystem } from './system-events.ts';

/** Electron's port to the parent; the type stands here because nothing in this folder knows Electron. */
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
