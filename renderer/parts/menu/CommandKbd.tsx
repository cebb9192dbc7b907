import type { CommandId } from '#domain/command/command-table.ts';
import { usePrintedKey } from '#renderer/commands/keys.ts';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';

/** The key of a command as it acts now; nothing where it has none. */
export const CommandKbd = ({ command }: { readonly command: CommandId }) => {
  const keys = usePrintedKey(command);
  return keys === undefined ? null : <Kbd keys={keys} />;
};
