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
};

/** An act of an empty view, with the key that does it from anywhere. */
export const CommandButton = ({ command, children, isPrimary = false }: CommandButtonProps) => (
  <Button variant={isPrimary ? 'primary' : 'plain'} onPress={() => runCommand(command)}>
    {children} <CommandKbd command={command} />
  </Button>
);
