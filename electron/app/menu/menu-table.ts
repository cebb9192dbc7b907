import { wordStep } from '#domain/archive/step-words.ts';
import type { UndoState } from '#domain/contract/events.ts';
import type { Settings } from '#domain/contract/settings.ts';
import { labels, labelTable } from '#domain/passage/label.ts';

/** What the menu shows of the state of the app. */
export type MenuState = {
  readonly undo: UndoState;
  readonly theme: Settings['theme'];
  readonly isMac: boolean;
  /** Builds that are not packaged offer the developer tools. */
  readonly isDevelopment: boolean;
};

/** What only main can do. */
export type MenuAct = 'show-archive' | 'about';
type MenuRole =
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'togglefullscreen'
  | 'toggleDevTools'
  | 'quit'
  | 'appMenu'
  | 'windowMenu';

/** One line of a menu. */
export type MenuItem =
  | { readonly kind: 'separator' }
  | {
      /** Asks the window to do it: an id of its command registry. */
      readonly kind: 'command';
      readonly command: string;
      readonly label: string;
      readonly keys?: string;
      /** One of a group of which one is chosen. */
      readonly isChosen?: boolean;
    }
  | { readonly kind: 'act'; readonly act: MenuAct; readonly label: string }
  | {
      readonly kind: 'role';
      readonly role: MenuRole;
      /** Absent where the system words it. */
      readonly label?: string;
      readonly keys?: string;
    }
  | { readonly kind: 'menu'; readonly label: string; readonly items: readonly MenuItem[] };

const separator: MenuItem = { kind: 'separator' };
const role = (name: MenuRole, label?: string, keys?: string): MenuItem => ({
  kind: 'role',
  role: name,
  ...(label === undefined ? {} : { label }),
  ...(keys === undefined ? {} : { keys }),
});
const menu = (label: string, items: readonly MenuItem[]): MenuItem => ({ kind: 'menu', label, items });
const command = (id: string, label: string, keys?: string): MenuItem => ({
  kind: 'command',
  command: id,
  label,
  ...(keys === undefined ? {} : { keys }),
});

const fileItems = ({ isMac }: MenuState): readonly MenuItem[] => [
  command('import.files', 'Import…', 'CmdOrCtrl+O'),
  command('import.clipboard', 'Import from clipboard'),
  separator,
  command('memo.new', 'New memo', 'CmdOrCtrl+N'),
  command('memo.export', 'Hand over…', 'CmdOrCtrl+E'),
  separator,
  command('sample.remove', 'Remove the sample'),
  command('view.settings', 'Settings…', 'CmdOrCtrl+,'),
  ...(isMac ? [] : [separator, role('quit', 'Quit', 'CmdOrCtrl+Q')]),
];

const editItems = ({ undo }: MenuState): readonly MenuItem[] => [
  {
    kind: 'command',
    command: 'edit.undo',
    label: undo.undo === null ? 'Undo' : `Undo: ${wordStep(undo.undo)}`,
    keys: 'CmdOrCtrl+Z',
  },
  {
    kind: 'command',
    command: 'edit.redo',
    label: undo.redo === null ? 'Redo' : `Redo: ${wordStep(undo.redo)}`,
    keys: 'CmdOrCtrl+Shift+Z',
  },
  separator,
  role('cut', 'Cut', 'CmdOrCtrl+X'),
  role('copy', 'Copy', 'CmdOrCtrl+C'),
  role('paste', 'Paste', 'CmdOrCtrl+V'),
  role('selectAll', 'Select all', 'CmdOrCtrl+A'),
  separator,
  command('edit.find', 'Find here', 'CmdOrCtrl+F'),
  command('search.archive', 'Search the archive', 'CmdOrCtrl+Shift+F'),
  command('palette.open', 'Find anything…', 'CmdOrCtrl+K'),
];

const views = [
  ['view.today', 'Today'],
  ['view.articles', 'Articles'],
  ['view.passages', 'Passages'],
  ['view.memos', 'Memos'],
  ['view.tasks', 'Tasks'],
  ['view.sources', 'Sources'],
  ['view.tags', 'Tags'],
] as const;
const themes = [
  ['system', 'As the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const;

const viewItems = ({ theme, isDevelopment }: MenuState): readonly MenuItem[] => [
  ...views.map(([id, label], index) => command(id, label, `CmdOrCtrl+${index + 1}`)),
  command('view.needs', 'Needs you'),
  command('view.trash', 'Trash'),
  separator,
  command('history.back', 'Back', 'Alt+Left'),
  command('history.forward', 'Forward', 'Alt+Right'),
  separator,
  command('pane.list', 'List', 'F9'),
  command('pane.margin', 'Margin', 'Shift+F9'),
  command('pane.next', 'Next pane', 'F6'),
  separator,
  command('zoom.in', 'Larger', 'CmdOrCtrl+='),
  command('zoom.out', 'Smaller', 'CmdOrCtrl+-'),
  command('zoom.reset', 'Normal size', 'CmdOrCtrl+0'),
  separator,
  menu(
    'Theme',
    themes.map(([id, label]) => ({
      kind: 'command',
      command: `theme.${id}`,
      label,
      isChosen: id === theme,
    })),
  ),
  role('togglefullscreen', 'Full screen', 'F11'),
  ...(isDevelopment ? [separator, role('toggleDevTools', 'Developer tools')] : []),
];

const passageItems: readonly MenuItem[] = [
  ...labels.map((label, index) => command(`passage.label-${index + 1}`, labelTable[label].name)),
  separator,
  command('passage.tags', 'Tags…'),
  command('passage.source', 'Speaker…'),
  command('passage.grade', 'Grade…'),
  command('passage.note', 'Note'),
  command('passage.task', 'Follow-up task'),
  separator,
  command('article.toggle-read', 'Article read or unread'),
  separator,
  command('passage.delete', 'Move to trash'),
];

const helpItems: readonly MenuItem[] = [
  command('help.keys', 'Keys', 'F1'),
  { kind: 'act', act: 'show-archive', label: 'Show the archive folder' },
  separator,
  { kind: 'act', act: 'about', label: 'About Precis' },
];

/** The whole application menu as data. Letters and digits of the reader have no accelerator: they act there only. */
export const menuTable = (state: MenuState): readonly MenuItem[] => [
  ...(state.isMac ? [role('appMenu')] : []),
  menu('&File', fileItems(state)),
  menu('&Edit', editItems(state)),
  menu('&View', viewItems(state)),
  menu('&Passage', passageItems),
  ...(state.isMac ? [role('windowMenu')] : []),
  menu('&Help', helpItems),
];
