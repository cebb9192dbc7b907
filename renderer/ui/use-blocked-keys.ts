import { useLayoutEffect } from 'react';

let blockers = 0;

/** Blocks the window's keys while the caller is mounted: a dialog, or a field that records a key. */
export const useBlockedKeys = (): void =>
  useLayoutEffect(() => {
    blockers += 1;
    return () => {
      blockers -= 1;
    };
  }, []);

/** Whether something over the window blocks keys for what is below. */
export const areKeysBlocked = (): boolean => blockers > 0;
