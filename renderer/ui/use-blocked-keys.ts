import { useLayoutEffect } from 'react';

let blockers = 0;

/** Keeps keys from the window while what calls it is drawn: a dialog, or a field that listens for a key. */
export const useBlockedKeys = (): void =>
  useLayoutEffect(() => {
    blockers += 1;
    return () => {
      blockers -= 1;
    };
  }, []);

/** Whether something stands over the window, below which nothing may be reached by a key. */
export const areKeysBlocked = (): boolean => blockers > 0;
