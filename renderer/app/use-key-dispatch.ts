import { useEffect } from 'react';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { keyBindings } from '#renderer/commands/keys.ts';
import { createKeyDispatcher } from './key-dispatcher.ts';

/** Resolves when main has said where we are and which keys are chosen; null once it has. */
const starting = (): Promise<void> | null => {
  if (useAppState.getState().app !== null) return null;
  return new Promise((resolve) => {
    const stop = useAppState.subscribe(({ app }) => {
      if (app === null) return;
      stop();
      resolve();
    });
  });
};

/** Sends the window's key presses to the commands. */
export const useKeyDispatch = (): void => {
  useEffect(() => {
    const dispatcher = createKeyDispatcher({
      isMac: () => useAppState.getState().app?.platform === 'darwin',
      hasSingleKeys: () => useAppState.getState().settings.hasSingleKeys,
      bindings: keyBindings,
      starting,
    });
    return dispatcher.listen(window);
  }, []);
};
