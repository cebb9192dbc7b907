import { Plus, RotateCcw } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { type CommandId, commandOf } from '#domain/command/command-table.ts';
import { removeKey, resetKeys } from '#domain/command/keys/change-keys.ts';
import { bindKeys, type KeyMap } from '#domain/command/keys/key-bindings.ts';
import { IconButton } from '#renderer/ui/buttons/IconButton.tsx';
import { focusInto, isFocusLost } from '#renderer/ui/focus/focus-into.ts';
import { printKeys } from '#renderer/ui/print-keys.ts';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { KeyRecorder } from './KeyRecorder.tsx';
import styles from './keys.module.css';

export type KeyRowProps = {
  readonly id: CommandId;
  readonly map: KeyMap;
  readonly onChange: (map: KeyMap) => void;
};

type Listening = { readonly from: string | null };

/** What ends the listening has the focus: it goes back into the line. */
const useReturn = (isListening: boolean) => {
  const line = useRef<HTMLLIElement>(null);
  const wasListening = useRef(false);
  useLayoutEffect(() => {
    if (wasListening.current && !isListening && isFocusLost()) focusInto(line.current);
    wasListening.current = isListening;
  }, [isListening]);
  return line;
};

/** One command and its keys: a press on a key listens for another in its place. */
export const KeyRow = ({ id, map, onChange }: KeyRowProps) => {
  const [listening, setListening] = useState<Listening | null>(null);
  const line = useReturn(listening !== null);
  const { name } = commandOf(id);
  const end = () => setListening(null);
  return (
    <li ref={line} className={styles.row} aria-label={name}>
      <span className={styles.name}>{name}</span>
      {listening === null ? (
        <span className={styles.keys}>
          {bindKeys(map)
            .keysOf(id)
            .map((key) => (
              <button
                key={key}
                type="button"
                className={styles.key}
                aria-label={`${printKeys(key)}, change`}
                onClick={() => setListening({ from: key })}
              >
                <Kbd keys={key} />
              </button>
            ))}
          <IconButton
            icon={Plus}
            label={`Add a key to ${name}`}
            isSmall
            onPress={() => setListening({ from: null })}
          />
          {Object.hasOwn(map, id) && (
            <IconButton
              icon={RotateCcw}
              label={`Reset ${name}`}
              isSmall
              onPress={() => onChange(resetKeys(map, id))}
            />
          )}
        </span>
      ) : (
        <KeyRecorder
          map={map}
          recording={{ id, from: listening.from }}
          onChange={onChange}
          onRemove={() => {
            if (listening.from !== null) onChange(removeKey(map, id, listening.from));
            end();
          }}
          onEnd={end}
        />
      )}
    </li>
  );
};
