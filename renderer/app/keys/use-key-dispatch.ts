import { useEffect } from 'react';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { keyBindings } from '#renderer/commands/keys.ts';
import { createKeyDispatcher } from './key-dispatcher.ts';

/** Sends the window's key presses to the commands. */
export const useKeyDispatch = (): void => {
  useEffect(() => {
    const dispatcher = createKeyDispatcher({
      isMac: () => useAppState.getState().app?.platform === 'darwin',
      hasSingleKeys: () => useAppState.getState().settings.hasSingleKeys,
      bindings: keyBindings,
    });
    return dispatcher.listen(window);
  }, []);
};
