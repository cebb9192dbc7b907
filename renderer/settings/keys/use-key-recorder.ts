import { useState } from 'react';
import { actName, type CommandId } from '#domain/command/command-table.ts';
import { replaceKey, swapKeys } from '#domain/command/keys/change-keys.ts';
import { chordOf } from '#domain/command/keys/chord-of.ts';
import { type KeyMap, keyChoice } from '#domain/command/keys/key-bindings.ts';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { readKeyPress } from '#renderer/commands/read-key-press.ts';
import { announce } from '#renderer/window/live-region.ts';
import { refusalWords } from './refusal-words.ts';

/** The key that is being given: which command, and in the place of which of its keys. */
export type Recording = { readonly id: CommandId; readonly from: string | null };

/** What came of the last press. */
export type Pressed =
  | { readonly is: 'nothing' }
  | { readonly is: 'refused'; readonly key: string; readonly why: string }
  | { readonly is: 'taken'; readonly key: string; readonly owner: CommandId };

/** Hears the key that a command is to have. A free key is given at once, one that is taken is asked about. */
export const useKeyRecorder = (
  map: KeyMap,
  { id, from }: Recording,
  onChange: (map: KeyMap) => void,
  onEnd: () => void,
) => {
  const [pressed, setPressed] = useState<Pressed>({ is: 'nothing' });
  const isMac = useAppState(({ app }) => app?.platform === 'darwin');

  const keep = (next: KeyMap): void => {
    onChange(next);
    onEnd();
  };
  const hear = (key: string): void => {
    const choice = keyChoice(map, id, key);
    if (choice.is === 'free') keep(replaceKey(map, id, from, key));
    else if (choice.is === 'own') onEnd();
    else if (choice.is === 'taken') {
      announce(`Already: ${actName(choice.owner)}`);
      setPressed({ ...choice, key });
    } else {
      const why = refusalWords[choice.why];
      announce(why);
      setPressed({ is: 'refused', key, why });
    }
  };

  /** Takes every press but Tab, which leaves. */
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') {
      onEnd();
      return;
    }
    const key = chordOf(readKeyPress(event), isMac);
    if (key !== null) hear(key);
  };
  return {
    pressed,
    press,
    take: (key: string) => keep(replaceKey(map, id, from, key)),
    swap: (key: string) => from !== null && keep(swapKeys(map, id, from, key)),
  };
};
