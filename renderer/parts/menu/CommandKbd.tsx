import type { CommandId } from '#domain/command/command-table.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { usePrintedKey } from '#renderer/commands/keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';

/** The key of a command as it acts now; nothing where it has none. */
export const CommandKbd = ({ command }: { readonly command: CommandId }) => {
  const keys = usePrintedKey(command);
  return keys === undefined ? null : <Kbd keys={keys} />;
};

export type CommandButtonProps = {
  readonly command: CommandId;
  /** The act in the place where it is offered. */
  readonly children: string;
  readonly isPrimary?: boolean;
  /** An act among many. */
  readonly isQuiet?: boolean;
};

/** An act with the key that does it. */
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
