/** The keys in force and as printed: those of the table, overridden by the analyst's own. */
import type { CommandId } from '#domain/command/command-table.ts';
import { bindKeys, type KeyBindings, reachOf } from '#domain/command/key-bindings.ts';
import { useAppState } from '#renderer/bridge/app-state.ts';

export const keyBindings = (): KeyBindings => bindKeys(useAppState.getState().settings.keys);

export const useKeyBindings = (): KeyBindings => bindKeys(useAppState(({ settings }) => settings.keys));

/** All keys of the command as they have to be pressed: after F8 if single keys are off. */
const pressedKeys = (bindings: KeyBindings, hasSingleKeys: boolean, id: CommandId): readonly string[] =>
  bindings.keysOf(id).map((key) => (!hasSingleKeys && reachOf(id, key) === 'single' ? `F8 ${key}` : key));

export const usePrintedKeys = (): ((id: CommandId) => readonly string[]) => {
  const bindings = useKeyBindings();
  const hasSingleKeys = useAppState(({ settings }) => settings.hasSingleKeys);
  return (id) => pressedKeys(bindings, hasSingleKeys, id);
};

/** The key of a command for a one-time message, or undefined if it has none. */
export const pressedKeyNow = (id: CommandId): string | undefined =>
  pressedKeys(keyBindings(), useAppState.getState().settings.hasSingleKeys, id)[0];

/** The key printed beside the command's name, or undefined if it has none. */
export const usePrintedKey = (id: CommandId): string | undefined => usePrintedKeys()(id)[0];
