import { wordStep } from '#domain/archive/step-words.ts';
import {
  type CommandGroup,
  type CommandId,
  commandIds,
  commandOf,
  printedKey,
} from '#domain/command/command-table.ts';
import { type MenuItem, type MenuState, menu, separator } from './menu-item.ts';

/** Keys that stand beside a role of the system already; a menu prints no key twice. */
const keysOfRoles: ReadonlySet<string> = new Set(['Mod+X', 'Mod+C', 'Mod+V', 'Mod+A']);

/** A key of the command table as Electron spells it, or undefined where the menu can't carry it. */
const acceleratorOf = (id: CommandId, isMac: boolean): string | undefined => {
  const key = printedKey(id);
  if (key === undefined || keysOfRoles.has(key)) return undefined;
  // A single letter would act while somebody types: macOS knows no item that only prints its key.
  if (isMac && commandOf(id).singleKey !== undefined) return undefined;
  return key.replace(/^Mod\b/, 'CmdOrCtrl').replace(/\bArrow(?=Left|Right|Up|Down)/, '');
};

const labelOf = (id: CommandId, { undo }: MenuState): string => {
  const { name, shortName } = commandOf(id);
  if (id === 'edit.undo' && undo.undo !== null) return `${name}: ${wordStep(undo.undo)}`;
  if (id === 'edit.redo' && undo.redo !== null) return `${name}: ${wordStep(undo.redo)}`;
  return shortName ?? name;
};

const commandItem = (id: CommandId, state: MenuState): MenuItem => {
  const { singleKey, yieldsToFields } = commandOf(id);
  const keys = acceleratorOf(id, state.isMac);
  return {
    kind: 'command',
    command: id,
    label: labelOf(id, state),
    ...(keys === undefined ? {} : { keys }),
    ...(yieldsToFields === true || singleKey !== undefined ? { isKeyOfPage: true } : {}),
    ...(id.startsWith('theme.') ? { isChosen: id === `theme.${state.theme}` } : {}),
  };
};

/** Puts the command below its submenu, which stands where its first command stands in the table. */
const place = (
  id: CommandId,
  state: MenuState,
  items: MenuItem[],
  submenus: Map<string, MenuItem[]>,
): void => {
  const { submenu, startsSection } = commandOf(id);
  const item = commandItem(id, state);
  const opened = submenu === undefined ? undefined : submenus.get(submenu);
  if (opened !== undefined) {
    opened.push(item);
    return;
  }
  if (startsSection === true && items.length > 0) items.push(separator);
  if (submenu === undefined) {
    items.push(item);
    return;
  }
  const inner = [item];
  submenus.set(submenu, inner);
  items.push(menu(submenu, inner));
};

/** All commands of a group in the order of the table, with its lines and submenus. */
export function commandItems(group: CommandGroup, state: MenuState): readonly MenuItem[] {
  const items: MenuItem[] = [];
  const submenus = new Map<string, MenuItem[]>();
  for (const id of commandIds) if (commandOf(id).group === group) place(id, state, items, submenus);
  return items;
}
