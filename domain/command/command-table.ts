/**
 * Every act that has a name. Menus, context menus, keys, the palette and the sheet of keys all read this table:
 * a new command is one entry in a file of `table`, by its area, and one `useCommand` in the window. Within its group a command
 * stands everywhere in the order of this table; which menu shows which group is a line of `electron/app/menu/menu-table.ts`.
 */
import type { Command } from './command.ts';
import { articleCommands } from './table/article-commands.ts';
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
  ...windowCommands,
};

export type CommandId = keyof typeof commandTable;

export const commandIds = Object.keys(commandTable) as readonly CommandId[];

/** Whether `id`, which main's menu sent, names a command. */
export const isCommandId = (id: string): id is CommandId => Object.hasOwn(commandTable, id);

/** The command as an entry: its name, its group, and those of its keys that it has. */
export const commandOf = (id: CommandId): Command => commandTable[id];

/** The name in the middle of a sentence: "Already: Tags". */
export const actName = (id: CommandId): string => commandOf(id).name.replace('…', '');
