import { powerMonitor } from 'electron';
import type { LocalState } from '#electron/ports/local-state.ts';

const LOOK_EVERY_MS = 5000;

/**
 * Locks when nobody has touched the computer for as long as the settings say, when it goes to sleep, and when its screen is
 * locked. Answers how to stop.
 */
export function watchForLock(local: Pick<LocalState, 'settings'>, lock: () => void): () => void {
  const look = setInterval(() => {
    const { lockAfterMinutes } = local.settings();
    if (lockAfterMinutes > 0 && powerMonitor.getSystemIdleTime() >= lockAfterMinutes * 60) lock();
  }, LOOK_EVERY_MS);
  powerMonitor.on('suspend', lock);
  powerMonitor.on('lock-screen', lock);
  return () => {
    clearInterval(look);
    powerMonitor.off('suspend', lock);
    powerMonitor.off('lock-screen', lock);
  };
}
