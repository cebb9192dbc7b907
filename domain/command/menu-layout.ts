import type { CommandGroup } from './command.ts';
import { type CommandId, commandIds, commandOf } from './command-table.ts';

/** One line of a menu that shows a group of commands. */
export type MenuPart =
  | { readonly kind: 'line' }
  | { readonly kind: 'command'; readonly id: CommandId }
  | { readonly kind: 'submenu'; readonly name: string; readonly ids: readonly CommandId[] };

const partOf = (id: CommandId, inGroup: readonly CommandId[]): MenuPart => {
  const { submenu } = commandOf(id);
  if (submenu === undefined) return { kind: 'command', id };
  return {
    kind: 'submenu',
    name: submenu,
    ids: inGroup.filter((other) => commandOf(other).submenu === submenu),
  };
};

/** Whether the command gets no line of its own: it stands below a submenu that an earlier one has opened. */
const isBelowEarlier = (id: CommandId, earlier: readonly CommandId[]): boolean => {
  const { submenu } = commandOf(id);
  return submenu !== undefined && earlier.some((other) => commandOf(other).submenu === submenu);
};

/**
 * How a menu shows the commands of a group: in the order of the table, with its lines, and with its submenus where
 * the first command of each stands. The menu bar and the menus of the right mouse button are both made from it.
 */
export const layOutGroup = (group: CommandGroup): readonly MenuPart[] => {
  const inGroup = commandIds.filter((id) => commandOf(id).group === group);
  return inGroup.flatMap((id, index): readonly MenuPart[] => {
    if (isBelowEarlier(id, inGroup.slice(0, index))) return [];
    const part = partOf(id, inGroup);
    return commandOf(id).startsSection === true && index > 0 ? [{ kind: 'line' }, part] : [part];
  });
};
