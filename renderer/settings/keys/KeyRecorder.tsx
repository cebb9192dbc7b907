import { useEffect, useRef } from 'react';
import { actName } from '#domain/command/command-table.ts';
import { canSwapKeys } from '#domain/command/keys/change-keys.ts';
import type { KeyMap } from '#domain/command/keys/key-bindings.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { useBlockedKeys } from '#renderer/ui/use-blocked-keys.ts';
import styles from './keys.module.css';
import { type Recording, useKeyRecorder } from './use-key-recorder.ts';

export type KeyRecorderProps = {
  readonly map: KeyMap;
  readonly recording: Recording;
  readonly onChange: (map: KeyMap) => void;
  /** Leaves the command without the key that is being replaced. */
  readonly onRemove: () => void;
  readonly onEnd: () => void;
};

/** Listens for the new key of one command, in its line. */
export const KeyRecorder = ({ map, recording, onChange, onRemove, onEnd }: KeyRecorderProps) => {
  const { id, from } = recording;
  const { pressed, press, take, swap } = useKeyRecorder(map, recording, onChange, onEnd);
  useBlockedKeys();
  const field = useRef<HTMLButtonElement>(null);
  useEffect(() => field.current?.focus(), []);
  const name = actName(id);
  return (
    // Nothing else hears a key meanwhile.
    <fieldset
      className={styles.recorder}
      aria-label={`New shortcut for ${name}`}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) onEnd();
      }}
    >
      <button
        ref={field}
        type="button"
        className={styles.listening}
        onKeyDown={({ nativeEvent }) => press(nativeEvent)}
      >
        {pressed.is === 'nothing' ? 'Press the new shortcut' : <Kbd keys={pressed.key} />}
      </button>
      {pressed.is === 'taken' && (
        <>
          <span className={styles.taken}>Already: {actName(pressed.owner)}</span>
          <Button isSmall onPress={() => take(pressed.key)}>
            Take it
          </Button>
          {from !== null && canSwapKeys(map, id, from, pressed.owner) && (
            <Button isSmall onPress={() => swap(pressed.key)}>
              Swap
            </Button>
          )}
        </>
      )}
      {from !== null && pressed.is === 'nothing' && (
        <Button isSmall variant="quiet" onPress={onRemove}>
          No key
        </Button>
      )}
      <Button isSmall variant="quiet" onPress={onEnd}>
        Cancel
      </Button>
      {pressed.is === 'refused' && <span className={styles.why}>{pressed.why}</span>}
    </fieldset>
  );
};
