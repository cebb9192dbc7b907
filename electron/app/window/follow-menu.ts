import { app, type BrowserWindow, shell } from 'electron';
import { type CommandId, commandIds } from '#domain/command/command-table.ts';
import type { Emit } from '#electron/handlers/handler-deps.ts';
import type { Dialogs } from '#electron/platform/dialogs.ts';
import type { Archive } from '#electron/ports/archive.ts';
import type { Desktop } from '#electron/ports/desktop.ts';
import type { LocalState } from '#electron/ports/local-state.ts';
import type { MenuAct, MenuState } from '../menu/menu-item.ts';
import { greyCommands, showMenu } from '../menu/show-menu.ts';

/** What the menu speaks of and to. */
export type MenuSurroundings = {
  readonly archive: Archive;
  readonly local: LocalState;
  readonly dialogs: Dialogs;
  readonly window: BrowserWindow;
  readonly emit: Emit;
};

/** Shows the application menu, and shows it anew when an act changes what it says. */
export function followMenu({
  archive,
  local,
  dialogs,
  window,
  emit,
}: MenuSurroundings): Pick<Desktop, 'showEnabledCommands'> {
  const acts: Readonly<Record<MenuAct, () => void>> = {
    'show-archive': () => shell.showItemInFolder(`${archive.folder}/archive.json`),
    about: () => void sayAbout(dialogs),
  };
  let shown = '';
  /** All, until the window has told. */
  let enabled: ReadonlySet<CommandId> = new Set(commandIds);
  /** What is asked of a window that does not hear yet; null once it has told. */
  let waiting: CommandId[] | null = [];
  const run = (command: CommandId): void => {
    if (waiting === null) emit('menu-command', { command });
    else waiting.push(command);
  };
  const canAct = (): ReadonlySet<CommandId> => {
    const { undo, redo } = archive.undoState();
    const can = new Set(enabled);
    if (undo === null) can.delete('edit.undo');
    if (redo === null) can.delete('edit.redo');
    return can;
  };
  const show = () => {
    const state = menuState(archive, local);
    const key = JSON.stringify(state);
    if (key === shown || window.isDestroyed()) return;
    shown = key;
    showMenu(state, { command: run, act: (act) => acts[act]() });
    greyCommands(canAct());
  };
  archive.onChanged(show);
  local.onSettingsChanged(show);
  show();
  return {
    showEnabledCommands(next) {
      enabled = next;
      greyCommands(canAct());
      const asked = waiting ?? [];
      waiting = null;
      asked.forEach(run);
    },
  };
}

const menuState = (archive: Archive, local: LocalState): MenuState => ({
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
