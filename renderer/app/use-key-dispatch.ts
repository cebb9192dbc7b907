import { useEffect } from 'react';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { createKeyDispatcher } from './key-dispatcher.ts';

/** Sends the window's key presses to the commands. */
export const useKeyDispatch = (): void => {
  useEffect(() => {
    const dispatch = createKeyDispatcher({
      isMac: () => useAppState.getState().app?.platform === 'darwin',
      hasSingleKeys: () => useAppState.getState().settings.hasSingleKeys,
    });
    window.addEventListener('keydown', dispatch);
    return () => window.removeEventListener('keydown', dispatch);
  }, []);
};
