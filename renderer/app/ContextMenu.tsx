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

/** Returns the focus first: whatever the command opens remembers it as its opener. */
const runAfterClosing = ({ returnTo }: OpenContextMenu, id: CommandId): void => {
  close();
  returnTo?.focus({ preventScroll: true });
  runCommand(id);
};

/** The printed keys of the commands work here too, ahead of the menu's own search by first letter. */
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

/** The context menu, if one is open. */
export const ContextMenu = () => {
  const menu = useContextMenu((state) => state.menu);
  return menu === null ? null : <ActMenuOf menu={menu} />;
};
