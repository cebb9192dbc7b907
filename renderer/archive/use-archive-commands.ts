import { useCommands } from '#renderer/commands/commands.ts';
import { backupCommands } from './BackupDialogs.tsx';
import { bringInCommands } from './BroughtDialog.tsx';
import { checkCommands } from './CheckDialog.tsx';
import { useEncryptionCommands } from './EncryptionDialogs.tsx';
import { writeOutCommands } from './write-out.tsx';

/** Answers the commands on the archive as a whole: its backups, its check, its encryption, and other tools. */
export const useArchiveCommands = (): void => {
  useCommands(backupCommands);
  useCommands(checkCommands);
  useCommands(bringInCommands);
  useCommands(writeOutCommands);
  useEncryptionCommands();
};
