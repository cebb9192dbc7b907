import { useEffect } from 'react';
import { chordOf, readKeyPress } from '#domain/command/chord-of.ts';
import type { CommandId } from '#domain/command/command-table.ts';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { isCommandEnabled, runCommand } from '#renderer/commands/commands.ts';
import { type OpenContextMenu, useContextMenu } from '#renderer/commands/context-menu.ts';
import { keyBindings } from '#renderer/commands/keys.ts';
import { idsOf, useActEntries } from '#renderer/parts/menu/use-act-entries.ts';
import { MenuAtPoint } from '#renderer/ui/overlays/MenuAtPoint.tsx';

const close = (): void => useContextMenu.setState({ menu: null });

/** The focus goes back first: what an act opens takes it from there. */
const runAfterClosing = ({ returnTo }: OpenContextMenu, id: CommandId): void => {
  close();
  returnTo?.focus({ preventScroll: true });
  runCommand(id);
};

/** The key that is printed beside an act does it here too, before the menu searches its names for the letter. */
const usePrintedKeysInMenu = (menu: OpenContextMenu): void => {
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

const ActMenuOf = ({ menu }: { readonly menu: OpenContextMenu }) => {
  usePrintedKeysInMenu(menu);
  const entries = useActEntries(menu, (id) => runAfterClosing(menu, id));
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
export const ContextMenu = () => {
  const menu = useContextMenu((state) => state.menu);
  return menu === null ? null : <ActMenuOf menu={menu} />;
};
