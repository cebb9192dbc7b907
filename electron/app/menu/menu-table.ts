import { commandItems } from './command-items.ts';
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
  (['Memo', 'Task', 'Source', 'Tag', 'Review', 'Trash'] as const).map((group) =>
    menu(group, commandItems(group, state)),
  );

/** The whole application menu as data: every command stands in it, by its group. */
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
