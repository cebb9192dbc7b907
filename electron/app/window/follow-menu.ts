import { app, Menu, type MenuItemConstructorOptions, shell } from 'electron';
import { type CommandId, commandIds } from '#domain/command/command-table.ts';
import { startingSet } from '#domain/passage/label.ts';
import { labelsOf } from '#electron/handlers/label/label-handlers.ts';
import type { Dialogs } from '#electron/platform/dialogs.ts';
import type { Archive } from '#electron/ports/archive.ts';
import type { Desktop } from '#electron/ports/desktop.ts';
import type { LocalState } from '#electron/ports/local-state.ts';
import type { MenuAct, MenuItem, MenuState } from '../menu-item.ts';
import { menuTable } from '../menu-table.ts';
import type { OpenWindows } from './open-windows.ts';

/** The services and windows that the menu reads and sends commands to. */
export type MenuSurroundings = {
  readonly archive: Archive;
  readonly local: LocalState;
  readonly dialogs: Dialogs;
  readonly windows: OpenWindows;
};

/** All commands are enabled until a window has reported its own. */
const everything: ReadonlySet<CommandId> = new Set(commandIds);

/**
 * Shows the application menu, which sends its commands to the front window, and rebuilds it when an act changes a
 * label.
 */
export function followMenu({
  archive,
  local,
  dialogs,
  windows,
}: MenuSurroundings): Pick<Desktop, 'showEnabledCommands'> {
  const acts: Readonly<Record<MenuAct, () => void>> = {
    'show-archive': () => shell.showItemInFolder(`${archive.folder}/archive.json`),
    about: () => void sayAbout(dialogs),
  };
  let shown = '';
  let labels = startingSet;
  const run = (command: CommandId): void => {
    const front = windows.front();
    // A window that is not listening yet receives the command once it has reported its commands.
    if (front?.enabled === null) front.asked.push(command);
    else front?.emit('menu-command', { command });
  };
  const canAct = (): ReadonlySet<CommandId> => {
    const { undo, redo } = archive.undoState();
    const can = new Set(windows.front()?.enabled ?? everything);
    if (undo === null) can.delete('edit.undo');
    if (redo === null) can.delete('edit.redo');
    return can;
  };
  const show = () => {
    const state = { ...menuState(archive, local), labels };
    const key = JSON.stringify(state);
    if (key === shown || windows.front() === null) return;
    shown = key;
    showMenu(state, { command: run, act: (act) => acts[act]() });
    greyCommands(canAct());
  };
  const readLabels = async (): Promise<void> => {
    labels = await labelsOf(archive);
    show();
  };
  archive.onChanged(({ topics }) => {
    show();
    if (topics.includes('labels')) void readLabels();
  });
  local.onSettingsChanged(show);
  windows.onFront(() => greyCommands(canAct()));
  show();
  void readLabels();
  return {
    showEnabledCommands(next) {
      const told = windows.asking();
      if (told === null) return;
      told.enabled = next;
      if (told === windows.front()) greyCommands(canAct());
      const { asked } = told;
      told.asked = [];
      for (const command of asked) told.emit('menu-command', { command });
    },
  };
}

const menuState = (archive: Archive, local: LocalState): Omit<MenuState, 'labels'> => ({
  undo: archive.undoState(),
  theme: local.settings().theme,
  keys: local.settings().keys,
  isMac: process.platform === 'darwin',
  isDevelopment: !app.isPackaged,
});

const sayAbout = (dialogs: Dialogs): Promise<number> =>
  dialogs.ask({
    kind: 'question',
    message: `Precis ${app.getVersion()}`,
    detail:
      'Read articles offline, keep the passages that matter, and write briefing memos in which every quotation ' +
      'can be traced.\n\nNothing is ever sent: no request, no look-up, no report. A link opens in your browser ' +
      'only after you have seen its whole address.',
    buttons: ['Close'],
    defaultButton: 0,
  });

/** What the menu's items do. */
type MenuActions = {
  readonly command: (id: CommandId) => void;
  readonly act: (act: MenuAct) => void;
};

/** Greys the commands of the menu that are not among `enabled`. */
function greyCommands(enabled: ReadonlySet<CommandId>): void {
  const menu = Menu.getApplicationMenu();
  for (const id of commandIds) {
    const item = menu?.getMenuItemById(id);
    if (item) item.enabled = enabled.has(id);
  }
}

/** Puts the menu of `state` on the screen. */
function showMenu(state: MenuState, actions: MenuActions): void {
  const template = menuTable(state).map((item) => toTemplate(item, actions));
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function toTemplate(item: MenuItem, actions: MenuActions): MenuItemConstructorOptions {
  switch (item.kind) {
    case 'separator':
      return { type: 'separator' };
    case 'menu':
      return { label: item.label, submenu: item.items.map((inner) => toTemplate(inner, actions)) };
    case 'role':
      return {
        role: item.role,
        registerAccelerator: item.isKeyOfPage !== true,
        ...(item.label === undefined ? {} : { label: item.label }),
        ...accelerator(item),
      };
    case 'act':
      return { label: item.label, click: () => actions.act(item.act) };
    case 'command':
      return {
        id: item.command,
        label: item.label,
        click: () => actions.command(item.command),
        registerAccelerator: item.isKeyOfPage !== true,
        ...accelerator(item),
        ...(item.isChosen === undefined ? {} : { type: 'radio', checked: item.isChosen }),
      };
  }
}

const accelerator = ({ keys }: { readonly keys?: string }) =>
  keys === undefined ? {} : { accelerator: keys };
