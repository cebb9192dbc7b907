import { useState } from 'react';
import { type CommandGroup, commandGroups } from '#domain/command/command.ts';
import { type CommandId, commandIds, commandOf } from '#domain/command/command-table.ts';
import type { KeyMap } from '#domain/command/keys/key-bindings.ts';
import { printCount } from '#domain/print-count.ts';
import { changeSettings, useSettings } from '#renderer/bridge/app-state.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { useKeyBindings } from '#renderer/commands/keys.ts';
import { matchNames } from '#renderer/parts/field/match-names.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { Switch } from '#renderer/ui/choices/Switch.tsx';
import { SearchField } from '#renderer/ui/filters/SearchField.tsx';
import { ConfirmDialog } from '#renderer/ui/overlays/ConfirmDialog.tsx';
import { printKeys } from '#renderer/ui/print-keys.ts';
import { Part } from '../Part.tsx';
import { KeyRow } from './KeyRow.tsx';
import styles from './keys.module.css';

const changeKeys = (keys: KeyMap): void => void changeSettings({ keys });

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
        {printCount(count, 'command goes', 'commands go')} back to the keys that Precis came with.
      </ConfirmDialog>
    </>
  );
};

/** Every act with its keys, to be found, changed and put back; and whether single letters act at all. */
export const KeysPart = () => {
  const { hasSingleKeys, keys: map } = useSettings();
  const bindings = useKeyBindings();
  const [typed, setTyped] = useState('');
  const found = matchNames(commandIds, typed, (id) => [
    commandOf(id).name,
    ...bindings.keysOf(id).map((key) => printKeys(key)),
  ]);
  return (
    <Part title="Keyboard shortcuts">
      <Switch isSelected={hasSingleKeys} onChange={(isOn) => void changeSettings({ hasSingleKeys: isOn })}>
        Single letters act in the text, on passages and in Review. F8, then the letter, always does.
      </Switch>
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
        Press a key to change it. A letter alone acts in the text, on passages and in Review; a key with{' '}
        {printKeys('Mod')} or F1 to F12 acts everywhere.
      </p>
    </Part>
  );
};
