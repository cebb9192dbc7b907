import { useEffect } from 'react';
import { chordOf } from '#domain/command/chord-of.ts';
import { type CommandId, commandOf } from '#domain/command/command-table.ts';
import { layOutGroup, type MenuPart } from '#domain/command/menu-layout.ts';
import { type OpenActMenu, useActMenu } from '#renderer/bridge/act-menu.ts';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { isCommandEnabled, runCommand, useEnabledCommands } from '#renderer/bridge/commands.ts';
import { keyBindings, usePrintedKeys } from '#renderer/bridge/keys.ts';
import { readKeyPress } from '#renderer/bridge/read-key-press.ts';
import type { MenuEntry } from '#renderer/ui/overlays/Menu.tsx';
import { MenuAtPoint } from '#renderer/ui/overlays/MenuAtPoint.tsx';

const close = (): void => useActMenu.setState({ menu: null });

const partsOf = ({ groups, also = [] }: OpenActMenu): readonly MenuPart[] => {
  const own = groups.flatMap(layOutGroup);
  const others = also.map((id): MenuPart => ({ kind: 'command', id }));
  return others.length === 0 ? own : [...own, { kind: 'line' }, ...others];
};

const idsOf = (menu: OpenActMenu): readonly CommandId[] =>
  partsOf(menu).flatMap((part) => {
    if (part.kind === 'line') return [];
    return part.kind === 'command' ? [part.id] : part.ids;
  });

/** The focus goes back first: what an act opens takes it from there. */
const runAfterClosing = ({ returnTo }: OpenActMenu, id: CommandId): void => {
  close();
  returnTo?.focus({ preventScroll: true });
  runCommand(id);
};

/** The key that is printed beside an act does it here too, before the menu searches its names for the letter. */
const usePrintedKeysInMenu = (menu: OpenActMenu): void => {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const isMac = useAppState.getState().app?.platform === 'darwin';
      const key = chordOf(readKeyPress(event), isMac);
      const id = key === null ? undefined : keyBindings().commandOf(key);
      if (id === undefined || !idsOf(menu).includes(id) || !isCommandEnabled(id)) return;
      event.preventDefault();
      event.stopPropagation();
      runAfterClosing(menu, id);
    };
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, [menu]);
};

const ActMenuOf = ({ menu }: { readonly menu: OpenActMenu }) => {
  const printed = usePrintedKeys();
  const enabled = useEnabledCommands();
  usePrintedKeysInMenu(menu);
  const entryOf = (id: CommandId, isInSubmenu = false): MenuEntry => ({
    id,
    name: (isInSubmenu ? commandOf(id).shortName : undefined) ?? commandOf(id).name,
    keys: printed(id)[0],
    isDisabled: !enabled(id),
    isDangerous: id.endsWith('.delete'),
    run: () => runAfterClosing(menu, id),
  });
  const entries = partsOf(menu).map((part): MenuEntry => {
    if (part.kind === 'line') return 'separator';
    if (part.kind === 'command') return entryOf(part.id);
    return { id: part.name, name: part.name, entries: part.ids.map((id) => entryOf(id, true)) };
  });
  return (
    <MenuAtPoint
      label={menu.label}
      at={menu.at}
      startsAtFirst={menu.isByKey}
      entries={entries}
      onClose={() => {
        close();
        menu.returnTo?.focus({ preventScroll: true });
      }}
    />
  );
};

/** The menu of acts that is open, if one is. */
export const ActMenu = () => {
  const menu = useActMenu((state) => state.menu);
  return menu === null ? null : <ActMenuOf menu={menu} />;
};
