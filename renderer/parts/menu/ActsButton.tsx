import { Ellipsis } from 'lucide-react';
import { runCommand } from '#renderer/commands/commands.ts';
import type { ContextMenuSpec } from '#renderer/commands/context-menu.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Menu } from '#renderer/ui/overlays/Menu.tsx';
import { useActEntries } from './use-act-entries.ts';

export type ActsButtonProps = {
  readonly acts: ContextMenuSpec;
  /** The name of the menu. */
  readonly label: string;
};

/** The button beside a heading that opens the menu of acts on the content below. */
export const ActsButton = ({ acts, label }: ActsButtonProps) => (
  <Menu
    label={label}
    trigger={<IconButton icon={Ellipsis} label="More" />}
    entries={useActEntries(acts, runCommand)}
  />
);
