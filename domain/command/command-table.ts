/**
 * Every command of the app. Menus, context menus, keys, the palette and the key sheet all read this table: a new
 * command is one entry in a file of `table`, by its area, and one `useCommand` in the window. Within its group a
 * command is everywhere in the order of this table; `electron/app/menu-table.ts` maps groups to menus.
 */

import type { LabelSet } from '../passage/label.ts';
import type { Command, CommandGroup } from './command.ts';
import { labelCommandIn } from './label-commands.ts';
import { articleCommands } from './table/article-commands.ts';
import { boardCommands } from './table/board-commands.ts';
import { editCommands } from './table/edit-commands.ts';
import { fileCommands } from './table/file-commands.ts';
import { goCommands } from './table/go-commands.ts';
import { passageCommands } from './table/passage-commands.ts';
import { recordCommands } from './table/record-commands.ts';
import { windowCommands } from './table/window-commands.ts';

export const commandTable = {
  ...goCommands,
  ...fileCommands,
  ...editCommands,
  ...passageCommands,
  ...articleCommands,
  ...recordCommands,
  ...boardCommands,
  ...windowCommands,
};

export type CommandId = keyof typeof commandTable;

export const commandIds = Object.keys(commandTable) as readonly CommandId[];

/** Whether `id`, which main's menu sent, names a command. */
export const isCommandId = (id: string): id is CommandId => Object.hasOwn(commandTable, id);

/** The command as an entry: its name, its group, and those of its keys that it has. */
export const commandOf = (id: CommandId): Command => commandTable[id];

/** The command with its name in an archive with those labels; null if it assigns a label that the archive lacks. */
export const commandIn = (labels: LabelSet, id: CommandId): Command | null => {
  const command = labelCommandIn(labels, id);
  return command === undefined ? commandOf(id) : command;
};

/** The name in the middle of a sentence: "Already: Tags". */
export const actName = (id: CommandId): string => commandOf(id).name.replace('…', '');

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

/** Whether the command gets no line of its own: it is in a submenu that an earlier one has opened. */
const isBelowEarlier = (id: CommandId, earlier: readonly CommandId[]): boolean => {
  const { submenu } = commandOf(id);
  return submenu !== undefined && earlier.some((other) => commandOf(other).submenu === submenu);
};

/**
 * The lines of a group's commands in a menu: in the order of the table, with separators, and with each submenu at the
 * place of its first command. Both the menu bar and context menus are built from it.
 */
export const layOutGroup = (group: CommandGroup): readonly MenuPart[] => {
  const inGroup = commandIds.filter((id) => commandOf(id).group === group);
  return inGroup.flatMap((id, index): readonly MenuPart[] => {
    if (isBelowEarlier(id, inGroup.slice(0, index))) return [];
    const part = partOf(id, inGroup);
    return commandOf(id).startsSection === true && index > 0 ? [{ kind: 'line' }, part] : [part];
  });
};
