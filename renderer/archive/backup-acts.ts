import { printAmount } from '#domain/backup/print-amount.ts';
import {
  backupEncrypt,
  backupRestore,
  backupRestoreRecord,
  backupReveal,
  backupTest,
  type RecordInBackup,
  type RestoredFiles,
  type RestoreWhat,
  zipPack,
  zipUnpack,
} from '#domain/contract/backup.ts';
import { printCount } from '#domain/print-count.ts';
import { act } from '#renderer/bridge/act.ts';
import { saveEverything } from '#renderer/bridge/unsaved-edits.ts';
import { nameFiles } from '#renderer/parts/back-up.ts';
import { sayDone, sayFailed } from '#renderer/window/notices.ts';

const showIt = { name: 'Show', run: () => void act(backupReveal, {}) };

const sayRestored = (
  what: string,
  { files, bytes, damaged }: RestoredFiles,
  action: typeof showIt | null,
): void => {
  if (damaged.length === 0) {
    sayDone(`${what}: ${printAmount({ files, bytes })}, all matching the backup`, action, 'backup');
    return;
  }
  sayFailed(
    `${printCount(damaged.length, 'file')} of the backup can’t be restored`,
    `The other ${files} match the backup. Left out: ${nameFiles(damaged)}. These are damaged in this backup, or their names are not allowed in the new folder. Try an earlier or a later backup.`,
    action,
  );
};

/** Restores into a new folder that the analyst chooses. */
export const restoreInto = async (backupId: string, what: RestoreWhat): Promise<boolean> => {
  const answer = await act(backupRestore, { backupId, what });
  if (answer.ok) sayRestored('Restored and compared', answer.value, showIt);
  return answer.ok;
};

/** Restores an article or a memo into the archive. */
export const restoreHere = async (backupId: string, what: RecordInBackup): Promise<boolean> => {
  const answer = await act(backupRestoreRecord, { backupId, what });
  if (answer.ok) sayDone(`Restored the ${what.kind} from the backup. You can undo this.`);
  return answer.ok;
};

/** Restores a backup to a temporary place and says whether it is complete. */
export const testBackup = async (backupId: string): Promise<void> => {
  const answer = await act(backupTest, { backupId });
  if (!answer.ok) return;
  const { damaged, files } = answer.value;
  sayRestored(
    'The backup was restored and compared',
    { ...answer.value, files: files - damaged.length },
    null,
  );
};

/** Makes an encrypted backup, then deletes the earlier unencrypted ones. */
export const encryptBackups = async (): Promise<void> => {
  await saveEverything();
  const answer = await act(backupEncrypt, {});
  if (!answer.ok) return;
  const { removed, hasUnreadable } = answer.value;
  if (hasUnreadable)
    sayFailed(
      `${printCount(removed, 'unencrypted backup')} deleted, but not all of their contents`,
      'One list of backups is damaged. Precis can’t tell its contents, and keeps the files in “objects”. To be sure, delete the folder of these backups and back up again.',
    );
  else sayDone(`Backed up, encrypted. ${printCount(removed, 'unencrypted backup')} deleted.`);
};

export const packArchive = async (): Promise<void> => {
  await saveEverything();
  const answer = await act(zipPack, {});
  if (answer.ok) sayDone(`The archive is in one zip: ${printAmount(answer.value)}`, showIt, 'backup');
};

/** Unpacks an archive's zip into a new folder. */
export const unpackArchive = async (): Promise<void> => {
  const answer = await act(zipUnpack, {});
  if (answer.ok) sayDone(`Unpacked: ${printAmount(answer.value)}`, showIt, 'backup');
};
