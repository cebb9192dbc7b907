import { powerMonitor } from 'electron';
import type { LocalState } from '#electron/ports/local-state.ts';

const LOOK_EVERY_MS = 5000;

/**
 * Locks when nobody has touched the computer for as long as the settings say, when it goes to sleep, and when its screen is
 * locked. What comes into a window counts as well: a remote desktop, or a system that can't say, leaves the computer
 * untouched. Answers how to stop.
 */
export function watchForLock(
  windows: { onTouched(listener: () => void): () => void },
  local: Pick<LocalState, 'settings'>,
  lock: () => void,
): () => void {
  let touchedMs = performance.now();
  const touch = (): void => {
    touchedMs = performance.now();
  };
  const stopHearing = windows.onTouched(touch);
  const look = setInterval(() => {
    const { lockAfterMinutes } = local.settings();
    const idleMs = Math.min(powerMonitor.getSystemIdleTime() * 1000, performance.now() - touchedMs);
    if (lockAfterMinutes > 0 && idleMs >= lockAfterMinutes * 60_000) lock();
  }, LOOK_EVERY_MS);
  powerMonitor.on('suspend', lock);
  powerMonitor.on('lock-screen', lock);
  return () => {
    clearInterval(look);
    stopHearing();
    powerMonitor.off('suspend', lock);
    powerMonitor.off('lock-screen', lock);
  };
}
