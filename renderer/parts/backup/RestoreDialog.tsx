import { useState } from 'react';
import type { BackupRow, RecordInBackup } from '#domain/contract/backup.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { RadioGroup } from '#renderer/ui/choices/RadioGroup.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { BackupChoice } from './BackupChoice.tsx';
import styles from './backup.module.css';
import { restoreHere, restoreInto } from './backup-acts.ts';
import { endBackupWish } from './backup-wish.ts';
import { RecordFinder } from './RecordFinder.tsx';

const scopes = [
  { id: 'archive', name: 'The whole archive', detail: 'into a new folder' },
  {
    id: 'record',
    name: 'One article, memo or the scratch pad',
    detail: 'into this archive, or into a new folder',
  },
] as const;

type Choice = {
  readonly backupId: string | null;
  readonly scope: 'archive' | 'record';
  readonly record: RecordInBackup | null;
};

const Actions = ({ backupId, scope, record }: Choice) => {
  const what = scope === 'archive' ? ({ is: 'archive' } as const) : record;
  const end = (restored: Promise<boolean>): void => {
    // The dialogs of the system, and the progress, stand above the window alone.
    endBackupWish();
    void restored;
  };
  const isReady = backupId !== null && what !== null;
  return (
    <>
      <Button onPress={endBackupWish}>Cancel</Button>
      <Button
        variant={scope === 'archive' ? 'primary' : 'plain'}
        isDisabled={!isReady}
        onPress={() => isReady && end(restoreInto(backupId, what))}
      >
        Into a new folder…
      </Button>
      {scope === 'record' && (
        <Button
          variant="primary"
          isDisabled={!isReady || record === null}
          onPress={() => isReady && record !== null && end(restoreHere(backupId, record))}
        >
          Into this archive
        </Button>
      )}
    </>
  );
};

/** Asks what of which backup is restored, and to where. */
export const RestoreDialog = ({ rows }: { readonly rows: readonly BackupRow[] }) => {
  const [backupId, setBackupId] = useState(rows[0]?.id ?? null);
  const [scope, setScope] = useState<'archive' | 'record'>('archive');
  const [record, setRecord] = useState<RecordInBackup | null>(null);
  return (
    <Dialog
      title="Restore from a backup"
      isOpen
      isMedium
      onClose={endBackupWish}
      actions={<Actions backupId={backupId} scope={scope} record={record} />}
    >
      <div className={styles.fields}>
        <BackupChoice
          rows={rows}
          value={backupId}
          onChange={(next) => {
            setBackupId(next);
            setRecord(null);
          }}
        />
        <RadioGroup label="What" options={scopes} value={scope} onChange={setScope} />
        {scope === 'record' && backupId !== null && (
          <RecordFinder backupId={backupId} chosen={record} onChoose={setRecord} />
        )}
        <p className={styles.quiet}>
          {scope === 'archive'
            ? 'Every file is compared with what was backed up. The open archive is not touched.'
            : 'In this archive it becomes what it was, with its passages, notes and tasks; what was added since stays. Undo takes it back.'}
        </p>
      </div>
    </Dialog>
  );
};
