import { CalendarSync } from 'lucide-react';
import { commandOf } from '#domain/command/command-table.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { IconButton } from '#renderer/ui/buttons/IconButton.tsx';
import { Menu } from '#renderer/ui/overlays/Menu.tsx';

const commands = ['export.to-calendar', 'import.from-calendar'] as const;

/** The tasks out to a calendar, and back from it. */
export const CalendarMenu = () => (
  <Menu
    label="Calendar"
    trigger={<IconButton icon={CalendarSync} label="Calendar" />}
    entries={commands.map((id) => ({ id, name: commandOf(id).name, run: () => runCommand(id) }))}
  />
);
