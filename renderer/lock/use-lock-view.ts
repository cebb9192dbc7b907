import { useSyncExternalStore } from 'react';
import type { LockBridge, LockView } from '#domain/contract/lock-bridge.ts';

declare global {
  interface Window {
    readonly precisLock: LockBridge;
  }
}

let view: LockView = { is: 'opening' };
const listeners = new Set<() => void>();
window.precisLock.onView((next) => {
  view = next;
  for (const listener of listeners) listener();
});

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** What main wants shown. */
export const useLockView = (): LockView => useSyncExternalStore(subscribe, () => view);
