/** Types of the entries in the command tables. */
import type { Command, CommandGroup } from '../command.ts';

/** An act as it is; its type is that of any act. */
export const entry = (command: Command): Command => command;

/** An act on one record of a kind that has a menu of its own: "Move the tag…", in that menu "Move…". */
export const on = (
  group: CommandGroup,
  shortName: string,
  name: string,
  more: Partial<Command> = {},
): Command => ({
  name,
  group,
  shortName,
  ...more,
});

/** The act that moves one record of a kind to the trash. */
export const toTrash = (group: CommandGroup): Command =>
  on(group, 'Move to trash', `Move the ${group.toLowerCase()} to trash`, { startsSection: true });
