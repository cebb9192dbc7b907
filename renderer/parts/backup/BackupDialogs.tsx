import { useState } from 'react';
import type { BackupRow } from '#domain/contract/backup.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { useQueryOnce } from '#renderer/bridge/use-query-once.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { BackupChoice } from './BackupChoice.tsx';
import styles from './backup.module.css';
import { testBackup } from './backup-acts.ts';
import { endBackupWish, useBackupWish } from './backup-wish.ts';
import { RestoreDialog } from './RestoreDialog.tsx';

const TestDialog = ({ rows }: { readonly rows: readonly BackupRow[] }) => {
  const [backupId, setBackupId] = useState(rows[0]?.id ?? null);
  const test = (): void => {
    endBackupWish();
    if (backupId !== null) void testBackup(backupId);
  };
  return (
    <Dialog
      title="Test the backup"
      isOpen
      onClose={endBackupWish}
      onSubmit={test}
      actions={
        <>
          <Button onPress={endBackupWish}>Cancel</Button>
          <Button type="submit" variant="primary">
            Test it
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <p>
          Restores the whole backup into a temporary folder, compares every file with what was backed up, and
          takes the folder away again. The archive and the backup stay as they are.
        </p>
        <BackupChoice rows={rows} value={backupId} onChange={setBackupId} />
      </div>
    </Dialog>
  );
};

const Nothing = ({ text }: { readonly text: string }) => (
  <Dialog
    title="There is no backup to restore"
    isOpen
    onClose={endBackupWish}
    actions={
      <Button autoFocus onPress={endBackupWish}>
        Close
      </Button>
    }
  >
    <p>{text}</p>
  </Dialog>
);

const Opened = ({ wish }: { readonly wish: 'restore' | 'test' }) => {
  const answer = useQueryOnce('backup:list', {});
  if (answer === null) return null;
  if (!answer.ok) {
    const { title, text } = errorWords(answer.error);
    return <Nothing text={`${title} ${text}`} />;
  }
  if (answer.value.length === 0)
    return <Nothing text="Connect the disk that the backups are on, or make a first one: Back up now." />;
  return wish === 'test' ? <TestDialog rows={answer.value} /> : <RestoreDialog rows={answer.value} />;
};

/** Asks which backup is tested, or what of it is restored, as long as that is wanted. */
export const BackupDialogs = () => {
  const wish = useBackupWish((state) => state.wish);
  return wish === null ? null : <Opened key={wish} wish={wish} />;
};
