import { Plus, RotateCcw } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { canSwapKeys, removeKey, replaceKey, resetKeys, swapKeys } from '#domain/command/change-keys.ts';
import { chordOf, readKeyPress } from '#domain/command/chord-of.ts';
import { type CommandGroup, commandGroups } from '#domain/command/command.ts';
import { commandSynonyms } from '#domain/command/command-synonyms.ts';
import { actName, type CommandId, commandIds, commandIn, commandOf } from '#domain/command/command-table.ts';
import { bindKeys, type KeyMap, keyChoice } from '#domain/command/key-bindings.ts';
import type { KeyRefusal } from '#domain/command/key-refusal.ts';
import { printCount } from '#domain/print-count.ts';
import { changeSettings, useAppState, useSettings } from '#renderer/bridge/app-state.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { useKeyBindings } from '#renderer/commands/keys.ts';
import { matchNames } from '#renderer/parts/field/match-names.ts';
import { useLabels } from '#renderer/parts/passage/labels.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { focusInto, isFocusLost } from '#renderer/ui/focus/focus-into.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { ConfirmDialog } from '#renderer/ui/overlays/ConfirmDialog.tsx';
import { printKeys } from '#renderer/ui/print-keys.ts';
import { SearchField } from '#renderer/ui/SearchField.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { useBlockedKeys } from '#renderer/ui/use-blocked-keys.ts';
import { announce } from '#renderer/window/live-region.ts';
import styles from './keys.module.css';
import { Part, SwitchLine } from './Part.tsx';

const changeKeys = (keys: KeyMap): void => void changeSettings({ keys });

type KeyRowProps = {
  readonly id: CommandId;
  readonly map: KeyMap;
  readonly onChange: (map: KeyMap) => void;
};

type Listening = { readonly from: string | null };

/** The focused recorder disappears when it ends: the focus returns to the row. */
const useReturn = (isListening: boolean) => {
  const line = useRef<HTMLLIElement>(null);
  const wasListening = useRef(false);
  useLayoutEffect(() => {
    if (wasListening.current && !isListening && isFocusLost()) focusInto(line.current);
    wasListening.current = isListening;
  }, [isListening]);
  return line;
};

/** The key being recorded: for which command, and which of its keys it replaces. */
type Recording = { readonly id: CommandId; readonly from: string | null };

/** The result of the last key press. */
type Pressed =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly key: string; readonly why: string }
  | { readonly kind: 'taken'; readonly key: string; readonly owner: CommandId };

/** Why a key can't be assigned, for the person who has just pressed it. */
const refusalWords: Readonly<Record<KeyRefusal, string>> = {
  'alt-gr': 'Ctrl+Alt is AltGr, which types characters on many keyboards.',
  system: 'Your system may need this key for layouts, character codes or menus.',
  movement: 'This key moves in texts, lists and dialogs.',
  field: 'This key is for typing: cut, copy, paste, undo.',
  'menu-bar': 'Alt and a letter open a menu of the menu bar.',
  window: 'The window itself needs this key.',
  unknown: 'Not every keyboard can tell this key apart.',
};

/** Records the key for a command. A free key is assigned at once; one in use needs confirmation. */
const useKeyRecorder = (
  map: KeyMap,
  { id, from }: Recording,
  onChange: (map: KeyMap) => void,
  onEnd: () => void,
) => {
  const [pressed, setPressed] = useState<Pressed>({ kind: 'nothing' });
  const isMac = useAppState(({ app }) => app?.platform === 'darwin');

  const keep = (next: KeyMap): void => {
    onChange(next);
    onEnd();
  };
  const hear = (key: string): void => {
    const choice = keyChoice(map, id, key);
    if (choice.kind === 'free') keep(replaceKey(map, id, from, key));
    else if (choice.kind === 'own') onEnd();
    else if (choice.kind === 'taken') {
      announce(`Already: ${actName(choice.owner)}`);
      setPressed({ ...choice, key });
    } else {
      const why = refusalWords[choice.why];
      announce(why);
      setPressed({ kind: 'refused', key, why });
    }
  };

  /** Consumes every key press except Tab, which leaves. */
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

type KeyRecorderProps = {
  readonly map: KeyMap;
  readonly recording: Recording;
  readonly onChange: (map: KeyMap) => void;
  /** Removes the key that is being replaced. */
  readonly onRemove: () => void;
  readonly onEnd: () => void;
};

/** Records a new key for one command, in its row. */
const KeyRecorder = ({ map, recording, onChange, onRemove, onEnd }: KeyRecorderProps) => {
  const { id, from } = recording;
  const { pressed, press, take, swap } = useKeyRecorder(map, recording, onChange, onEnd);
  useBlockedKeys();
  const field = useRef<HTMLButtonElement>(null);
  useEffect(() => field.current?.focus(), []);
  const name = actName(id);
  return (
    // No other listener gets keys meanwhile.
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
        {pressed.kind === 'nothing' ? 'Press the new shortcut' : <Kbd keys={pressed.key} />}
      </button>
      {pressed.kind === 'taken' && (
        <>
          <span className={styles.taken}>Already: {actName(pressed.owner)}</span>
          <Button isSmall onPress={() => take(pressed.key)}>
            Use it here
          </Button>
          {from !== null && canSwapKeys(map, id, from, pressed.owner) && (
            <Button isSmall onPress={() => swap(pressed.key)}>
              Swap
            </Button>
          )}
        </>
      )}
      {from !== null && pressed.kind === 'nothing' && (
        <Button isSmall variant="quiet" onPress={onRemove}>
          No key
        </Button>
      )}
      <Button isSmall variant="quiet" onPress={onEnd}>
        Cancel
      </Button>
      {pressed.kind === 'refused' && <span className={styles.why}>{pressed.why}</span>}
    </fieldset>
  );
};

/** One command and its keys: a press on a key records a replacement. */
const KeyRow = ({ id, map, onChange }: KeyRowProps) => {
  const [listening, setListening] = useState<Listening | null>(null);
  const line = useReturn(listening !== null);
  const { name } = commandIn(useLabels(), id) ?? commandOf(id);
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

const GroupOfCommands = ({
  group,
  ids,
  map,
}: {
  group: CommandGroup;
  ids: readonly CommandId[];
  map: KeyMap;
}) =>
  ids.length === 0 ? null : (
    <section>
      <h3 className={styles.group}>{group}</h3>
      <ul className="plain-list">
        {ids.map((id) => (
          <KeyRow key={id} id={id} map={map} onChange={changeKeys} />
        ))}
      </ul>
    </section>
  );

const ResetAll = ({ map }: { readonly map: KeyMap }) => {
  const [isAsking, setIsAsking] = useState(false);
  const count = Object.keys(map).length;
  return (
    <>
      <Button isDisabled={count === 0} onPress={() => setIsAsking(true)}>
        Reset all keys
      </Button>
      <ConfirmDialog
        title="Reset all keys?"
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        confirmName="Reset"
        onConfirm={() => changeKeys({})}
      >
        {printCount(count, 'command goes', 'commands go')} back to the default keys.
      </ConfirmDialog>
    </>
  );
};

/** All commands with their keys, which can be searched, changed and reset; and whether single letters work. */
export const KeysPart = () => {
  const { hasSingleKeys, keys: map } = useSettings();
  const bindings = useKeyBindings();
  const labels = useLabels();
  const [typed, setTyped] = useState('');
  const found = matchNames(commandIds, typed, (id) => [
    commandIn(labels, id)?.name ?? commandOf(id).name,
    ...bindings.keysOf(id).map((key) => printKeys(key)),
    ...(commandSynonyms[id] ?? []),
  ]);
  return (
    <Part>
      <SwitchLine
        title="Single-letter shortcuts"
        help="They work in articles, on passages and in Review. Elsewhere, press F8 first."
        isOn={hasSingleKeys}
        onChange={(isOn) => void changeSettings({ hasSingleKeys: isOn })}
      />
      <div className={styles.head}>
        <div className={styles.search}>
          <SearchField label="Find a command or a key" value={typed} onChange={setTyped} />
        </div>
        <ResetAll map={map} />
        <Button variant="quiet" onPress={() => runCommand('help.keys')}>
          Keyboard shortcuts
        </Button>
      </div>
      <div className={styles.list}>
        {commandGroups.map((group) => (
          <GroupOfCommands
            key={group}
            group={group}
            ids={found.filter((id) => commandOf(id).group === group)}
            map={map}
          />
        ))}
        {found.length === 0 && <p className={styles.none}>No command has this name or key.</p>}
      </div>
      <p className={styles.hint}>
        Press a key to change it. Single letters act in the text, on passages and in Review. Keys with{' '}
        {printKeys('Mod')} or F1 to F12 act everywhere.
      </p>
    </Part>
  );
};
