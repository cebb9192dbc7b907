/** The keys as they act and are printed now: the table's, and over them what the analyst has chosen. */
import type { CommandId } from '#domain/command/command-table.ts';
import { bindKeys, type KeyBindings, reachOf } from '#domain/command/key-bindings.ts';
import { useAppState } from '#renderer/bridge/app-state.ts';

export const keyBindings = (): KeyBindings => bindKeys(useAppState.getState().settings.keys);

export const useKeyBindings = (): KeyBindings => bindKeys(useAppState(({ settings }) => settings.keys));

/** All keys of the command as they are to be pressed: where single keys are off, after F8. */
const pressedKeys = (bindings: KeyBindings, hasSingleKeys: boolean, id: CommandId): readonly string[] =>
  bindings.keysOf(id).map((key) => (!hasSingleKeys && reachOf(id, key) === 'single' ? `F8 ${key}` : key));

export const usePrintedKeys = (): ((id: CommandId) => readonly string[]) => {
  const bindings = useKeyBindings();
  const hasSingleKeys = useAppState(({ settings }) => settings.hasSingleKeys);
  return (id) => pressedKeys(bindings, hasSingleKeys, id);
};

/** The key of a command for what is said once, or undefined where it has none. */
export const pressedKeyNow = (id: CommandId): string | undefined =>
  pressedKeys(keyBindings(), useAppState.getState().settings.hasSingleKeys, id)[0];

/** The key that is printed beside the command's name, or undefined where it has none. */
export const usePrintedKey = (id: CommandId): string | undefined => usePrintedKeys()(id)[0];
