import { create } from 'zustand';
import { printAmount } from '#domain/backup/print-amount.ts';
import type { CommandId } from '#domain/command/command-table.ts';
import type { RecordInBackup, RestoredFiles, RestoreWhat } from '#domain/contract/backup.ts';
import { printCount } from '#domain/print-count.ts';
import { act, sayError } from '#renderer/bridge/act.ts';
import { retryUnsavedEdits } from '#renderer/bridge/unsaved-edits.ts';
import { flushAll } from '#renderer/window/before-close.ts';
import { sayDone, sayFailed } from '#renderer/window/notices.ts';

const MOST_NAMED = 5;

const nameFiles = (paths: readonly string[]): string => {
  const more = paths.length - MOST_NAMED;
  const named = paths.slice(0, MOST_NAMED).join(', ');
  return more > 0 ? `${named}, and ${more} more` : named;
};

const showIt = { name: 'Show it', run: () => void act('backup:reveal', {}) };

/** What is typed belongs to it. */
const saveFirst = async (): Promise<void> => {
  await flushAll();
  await retryUnsavedEdits();
};

/** Backs up now, and says what was left out. Asks for a folder first where none is chosen. */
export const backUpNow = async (): Promise<void> => {
  await saveFirst();
  const answer = await act('backup:run', {}, { saysFailure: true });
  if (!answer.ok && answer.error.code === 'no-backup-folder') return chooseBackupFolder(false);
  if (!answer.ok) return sayError(answer.error);
  const { leftOut, leftOutCount, damaged } = answer.value;
  if (leftOutCount > 0) {
    const named = nameFiles(leftOut.map(({ path }) => path));
    sayFailed(
      `${printCount(leftOutCount, 'file')} could not be backed up`,
      `All others were. Left out: ${named}.`,
    );
  } else if (damaged > 0) {
    sayFailed(
      `${printCount(damaged, 'file')} of the backup had gone bad`,
      'What the archive still has was copied anew. The disk may be failing: choose another one.',
    );
  } else sayDone(`Backed up and verified: ${printAmount(answer.value)}`);
};

/** Has a folder chosen, or takes the one that is offered, and makes the first backup there. */
export const chooseBackupFolder = async (takesProposed: boolean): Promise<void> => {
  const chosen = await act('backup:choose-folder', { takesProposed });
  if (chosen.ok) await backUpNow();
};

const sayRestored = (
  what: string,
  { files, bytes, damaged }: RestoredFiles,
  action: typeof showIt | null,
): void => {
  if (damaged.length === 0) {
    sayDone(`${what}: ${printAmount({ files, bytes })}, each as it was backed up`, action, 'backup');
    return;
  }
  sayFailed(
    `${printCount(damaged.length, 'file')} of the backup can’t be restored`,
    `The other ${files} are as they were backed up. Lost in this backup: ${nameFiles(damaged)}. Try an earlier or a later one.`,
    action,
  );
};

/** Restores into a new folder, which the analyst says where to make. */
export const restoreInto = async (backupId: string, what: RestoreWhat): Promise<boolean> => {
  const answer = await act('backup:restore', { backupId, what });
  if (answer.ok) sayRestored('Restored and compared', answer.value, showIt);
  return answer.ok;
};

/** Brings an article or a memo back into the archive. */
export const restoreHere = async (backupId: string, what: RecordInBackup): Promise<boolean> => {
  const answer = await act('backup:restore-record', { backupId, what });
  if (answer.ok) sayDone(`Restored the ${what.is} from the backup. Undo takes it back.`);
  return answer.ok;
};

/** Restores a backup for once and says whether all of it is there. */
export const testBackup = async (backupId: string): Promise<void> => {
  const answer = await act('backup:test', { backupId });
  if (!answer.ok) return;
  const { damaged, files } = answer.value;
  sayRestored(
    'The backup was restored and compared',
    { ...answer.value, files: files - damaged.length },
    null,
  );
};

/** Makes an encrypted backup, then deletes those of the time before. */
export const encryptBackups = async (): Promise<void> => {
  await saveFirst();
  const answer = await act('backup:encrypt', {});
  if (!answer.ok) return;
  const { removed, hasUnreadable } = answer.value;
  if (hasUnreadable)
    sayFailed(
      `${printCount(removed, 'unencrypted backup')} deleted, but not all of their contents`,
      'One list of backups is damaged, so Precis can’t tell what belongs to it and keeps the files in “objects”. To be sure, delete the folder of these backups and back up again.',
    );
  else sayDone(`Backed up, encrypted. ${printCount(removed, 'unencrypted backup')} deleted.`);
};

const packArchive = async (): Promise<void> => {
  await saveFirst();
  const answer = await act('zip:pack', {});
  if (answer.ok) sayDone(`The archive is in one zip: ${printAmount(answer.value)}`, showIt, 'backup');
};

const unpackArchive = async (): Promise<void> => {
  const answer = await act('zip:unpack', {});
  if (answer.ok) sayDone(`Unpacked: ${printAmount(answer.value)}`, showIt, 'backup');
};

export type BackupWish = 'restore' | 'test' | 'encrypt';

/** Which dialog on backups is open; null while none is. */
export const useBackupWish = create<{ readonly wish: BackupWish | null }>(() => ({ wish: null }));

const askToRestore = (): void => useBackupWish.setState({ wish: 'restore' });
const askToTest = (): void => useBackupWish.setState({ wish: 'test' });
const askToEncryptBackups = (): void => useBackupWish.setState({ wish: 'encrypt' });
export const endBackupWish = (): void => useBackupWish.setState({ wish: null });

/** The acts on backups and zips that have a name. */
export const backupCommands: Readonly<Partial<Record<CommandId, () => void>>> = {
  'backup.now': () => void backUpNow(),
  'backup.folder': () => void chooseBackupFolder(false),
  'backup.restore': askToRestore,
  'backup.test': askToTest,
  'backup.encrypt': askToEncryptBackups,
  'archive.export': () => void packArchive(),
  'archive.unpack': () => void unpackArchive(),
};
