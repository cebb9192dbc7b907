import { wordStep } from '#domain/archive/step-words.ts';
import type { CommandGroup } from '#domain/command/command.ts';
import { type CommandId, commandIn, layOutGroup } from '#domain/command/command-table.ts';
import { bindKeys, reachOf } from '#domain/command/key-bindings.ts';
import { type MenuItem, type MenuRole, type MenuState, menu, separator } from './menu-item.ts';

const systemRole = (role: MenuRole): MenuItem => ({ kind: 'role', role });
const role = (name: MenuRole, label: string, keys: string): MenuItem => ({
  kind: 'role',
  role: name,
  label,
  keys,
});
const fieldRole = (name: MenuRole, label: string, keys: string): MenuItem => ({
  kind: 'role',
  role: name,
  label,
  keys,
  isKeyOfPage: true,
});

/** Keys that a system role already shows; a menu prints no key twice. */
const keysOfRoles: ReadonlySet<string> = new Set(['Mod+X', 'Mod+C', 'Mod+V', 'Mod+A']);

/** The keys that Electron's accelerators can express; letters beyond ASCII are not among them. */
const spelledByElectron = /^(?:(?:Mod|Alt|Shift)\+)*(?:[!-~]|F\d+|Delete|Arrow(?:Left|Right|Up|Down))$/;

const accelerator = (key: string): string =>
  key
    .replace(/^Mod\b/, 'CmdOrCtrl')
    .replace(/\bArrow(?=Left|Right|Up|Down)/, '')
    .replace(/\+\+$|^\+$/, '+Plus');

/** The key that the menu prints for the command, or undefined where it can't. */
const printedKeyOf = (id: CommandId, { keys, isMac }: MenuState): string | undefined => {
  const [key] = bindKeys(keys).keysOf(id);
  if (key === undefined || keysOfRoles.has(key) || !spelledByElectron.test(key)) return undefined;
  // A single letter would act while somebody types: a macOS menu item can't print a key without registering it.
  return isMac && reachOf(id, key) === 'single' ? undefined : key;
};

const labelOf = (id: CommandId, { undo, labels }: MenuState): string | null => {
  const command = commandIn(labels, id);
  if (command === null) return null;
  const { name, shortName } = command;
  if (id === 'edit.undo' && undo.undo !== null) return `${name}: ${wordStep(undo.undo)}`;
  if (id === 'edit.redo' && undo.redo !== null) return `${name}: ${wordStep(undo.redo)}`;
  return shortName ?? name;
};

const commandItem = (id: CommandId, state: MenuState): readonly MenuItem[] => {
  const label = labelOf(id, state);
  if (label === null) return [];
  const key = printedKeyOf(id, state);
  const item: MenuItem = {
    kind: 'command',
    command: id,
    label,
    ...(key === undefined ? {} : { keys: accelerator(key), isKeyOfPage: reachOf(id, key) !== 'everywhere' }),
    ...(id.startsWith('theme.') ? { isChosen: id === `theme.${state.theme}` } : {}),
  };
  return [item];
};

/** All commands of a group in the order of the table, with its lines and submenus. */
const commandItems = (group: CommandGroup, state: MenuState): readonly MenuItem[] =>
  layOutGroup(group).flatMap((part): readonly MenuItem[] => {
    if (part.kind === 'line') return [separator];
    if (part.kind === 'command') return commandItem(part.id, state);
    return [
      menu(
        part.name,
        part.ids.flatMap((id) => commandItem(id, state)),
      ),
    ];
  });

const fileItems = (state: MenuState): readonly MenuItem[] => [
  ...commandItems('Make', state),
  separator,
  ...commandItems('Archive', state),
  ...(state.isMac ? [] : [separator, role('quit', 'Quit', 'CmdOrCtrl+Q')]),
];

const fieldItems: readonly MenuItem[] = [
  fieldRole('cut', 'Cut', 'CmdOrCtrl+X'),
  fieldRole('copy', 'Copy', 'CmdOrCtrl+C'),
  fieldRole('paste', 'Paste', 'CmdOrCtrl+V'),
  fieldRole('selectAll', 'Select all', 'CmdOrCtrl+A'),
];

const editItems = (state: MenuState): readonly MenuItem[] => {
  const items = commandItems('Edit', state);
  const afterUndo = items.indexOf(separator);
  return [...items.slice(0, afterUndo), separator, ...fieldItems, ...items.slice(afterUndo)];
};

const viewItems = (state: MenuState): readonly MenuItem[] => [
  ...commandItems('Go to', state),
  separator,
  ...commandItems('Window', state),
  role('togglefullscreen', 'Full screen', 'F11'),
  ...(state.isDevelopment
    ? [separator, { kind: 'role', role: 'toggleDevTools', label: 'Developer tools' } as const]
    : []),
];

const helpItems = (state: MenuState): readonly MenuItem[] => [
  ...commandItems('Help', state),
  { kind: 'act', act: 'show-archive', label: 'Show the archive folder' },
  separator,
  { kind: 'act', act: 'about', label: 'About Precis' },
];

const organiseItems = (state: MenuState): readonly MenuItem[] =>
  (['Memo', 'Board', 'Task', 'Source', 'Tag', 'Event', 'Review', 'Trash'] as const).map((group) =>
    menu(group, commandItems(group, state)),
  );

/** The whole application menu as data: it contains every command, by group. */
export const menuTable = (state: MenuState): readonly MenuItem[] => [
  ...(state.isMac ? [systemRole('appMenu')] : []),
  menu('&File', fileItems(state)),
  menu('&Edit', editItems(state)),
  menu('&View', viewItems(state)),
  menu('F&ormat', commandItems('Format', state)),
  menu('&Article', commandItems('Article', state)),
  menu('&Passage', commandItems('Passage', state)),
  menu('&Organise', organiseItems(state)),
  ...(state.isMac ? [systemRole('windowMenu')] : []),
  menu('&Help', helpItems(state)),
];
