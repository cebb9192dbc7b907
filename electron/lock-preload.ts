/** The interface of the page of a locked archive: a passphrase goes out, and what to show comes in. */
import { contextBridge, ipcRenderer } from 'electron';
import {
  LOCK_ANSWER_CHANNEL,
  LOCK_READY_CHANNEL,
  LOCK_VIEW_CHANNEL,
  type LockBridge,
  type LockTold,
} from '#domain/contract/lock-bridge.ts';

const bridge: LockBridge = {
  onView(listener) {
    ipcRenderer.on(LOCK_VIEW_CHANNEL, (_event, told: LockTold) => listener(told));
    ipcRenderer.send(LOCK_READY_CHANNEL);
  },
  answer: (answer) => ipcRenderer.send(LOCK_ANSWER_CHANNEL, answer),
};

contextBridge.exposeInMainWorld('precisLock', bridge);
