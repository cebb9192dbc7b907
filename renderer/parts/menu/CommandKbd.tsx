import type { CommandId } from '#domain/command/command-table.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { usePrintedKey } from '#renderer/commands/keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';

/** The current key of a command; renders nothing if it has none. */
export const CommandKbd = ({ command }: { readonly command: CommandId }) => {
  const keys = usePrintedKey(command);
  return keys === undefined ? null : <Kbd keys={keys} />;
};

export type CommandButtonProps = {
  readonly command: CommandId;
  /** The command's name in this place. */
  readonly children: string;
  readonly isPrimary?: boolean;
  /** A command among many. */
  readonly isQuiet?: boolean;
};

/** A button for a command, with its key. */
export const CommandButton = ({
  command,
  children,
  isPrimary = false,
  isQuiet = false,
}: CommandButtonProps) => (
  <Button
    variant={isQuiet ? 'quiet' : isPrimary ? 'primary' : 'plain'}
    isSmall={isQuiet}
    onPress={() => runCommand(command)}
  >
    {children} <CommandKbd command={command} />
  </Button>
);
