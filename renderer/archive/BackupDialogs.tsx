import { useDeferredValue, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { printAmount } from '#domain/backup/print-amount.ts';
import type { CommandId } from '#domain/command/command-table.ts';
import {
  type BackedUpRow,
  type BackupRow,
  backupList,
  backupRecords,
  type RecordInBackup,
} from '#domain/contract/backup.ts';
import { printCount } from '#domain/print-count.ts';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { useQueryOnce } from '#renderer/bridge/use-query-once.ts';
import { backUpNow, chooseBackupFolder, printMoment } from '#renderer/parts/back-up.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { RadioGroup } from '#renderer/ui/choices/RadioGroup.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { ConfirmDialog } from '#renderer/ui/overlays/ConfirmDialog.tsx';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { SearchField } from '#renderer/ui/SearchField.tsx';
import { type CloseDialog, openDialog } from '#renderer/window/dialogs.tsx';
import { useToday } from '#renderer/window/today.ts';
import styles from './backup.module.css';
import {
  encryptBackups,
  packArchive,
  restoreHere,
  restoreInto,
  testBackup,
  unpackArchive,
} from './backup-acts.ts';

const detailOf = (row: BackupRow, isUnlike: boolean): string =>
  [
    printAmount(row),
    ...(row.leftOutCount === 0 ? [] : [`${printCount(row.leftOutCount, 'file')} left out`]),
    ...(isUnlike ? ['not encrypted'] : []),
  ].join(', ');

type BackupChoiceProps = {
  readonly rows: readonly BackupRow[];
  readonly value: string | null;
  readonly onChange: (backupId: string) => void;
};

/** Chooses one of the backups. */
const BackupChoice = ({ rows, value, onChange }: BackupChoiceProps) => {
  const today = useToday();
  const isEncrypted = useAppState(({ app }) => app?.archive.isEncrypted === true);
  const isUnlike = (row: BackupRow): boolean => isEncrypted && !row.isEncrypted;
  const options = rows.map((row) => ({
    id: row.id,
    name: printMoment(row.takenAt, today),
    detail: detailOf(row, isUnlike(row)),
  }));
  const chosen = rows.find(({ id }) => id === value);
  return (
    <>
      <Select label="Backup of" autoFocus options={options} value={value} onChange={onChange} />
      {chosen !== undefined && isUnlike(chosen) && (
        <p role="status">This backup is not encrypted: anyone who has the disk could have changed it.</p>
      )}
    </>
  );
};

type DialogProps = Pick<CloseDialog, 'close'>;
type RowsProps = DialogProps & { readonly rows: readonly BackupRow[] };

const TestDialog = ({ rows, close }: RowsProps) => {
  const [backupId, setBackupId] = useState(rows[0]?.id ?? null);
  const test = (): void => {
    close();
    if (backupId !== null) void testBackup(backupId);
  };
  return (
    <Dialog
      title="Test the backup"
      isOpen
      onClose={close}
      onSubmit={test}
      actions={
        <>
          <Button onPress={close}>Cancel</Button>
          <Button type="submit" variant="primary">
            Test
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <p>
          Restores the whole backup to a temporary folder, compares every file, and deletes the folder. The
          archive and the backup do not change.
        </p>
        <BackupChoice rows={rows} value={backupId} onChange={setBackupId} />
      </div>
    </Dialog>
  );
};

const Nothing = ({
  text,
  title = 'There is no backup to restore',
  close,
}: DialogProps & {
  readonly text: string;
  readonly title?: string;
}) => (
  <Dialog
    title={title}
    isOpen
    onClose={close}
    actions={
      <Button autoFocus onPress={close}>
        Close
      </Button>
    }
  >
    <p>{text}</p>
  </Dialog>
);

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

const Actions = ({ backupId, scope, record, close }: Choice & DialogProps) => {
  const what = scope === 'archive' ? ({ kind: 'archive' } as const) : record;
  const end = (restored: Promise<boolean>): void => {
    // System dialogs and progress appear above the window only, so this dialog closes first.
    close();
    void restored;
  };
  const isReady = backupId !== null && what !== null;
  return (
    <>
      <Button onPress={close}>Cancel</Button>
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

const MOST_SHOWN = 100;

const states: Readonly<Record<BackedUpRow['state'], string>> = {
  gone: 'no longer in the archive',
  'in-trash': 'in the trash',
  here: 'in the archive',
};

const kindNames: Readonly<Record<BackedUpRow['kind'], string>> = {
  article: 'Article',
  memo: 'Memo',
  pad: 'Notes',
};

const Records = ({
  rows,
  chosen,
  onChoose,
}: Omit<RecordFinderProps, 'backupId'> & { readonly rows: readonly BackedUpRow[] }) => (
  <ListBox
    aria-label="Articles, memos and notes in the backup"
    items={rows}
    selectionMode="single"
    selectedKeys={chosen === null ? [] : [chosen.id]}
    onSelectionChange={(keys) => {
      const row = rows.find(({ id }) => keys !== 'all' && keys.has(id));
      onChoose(row === undefined ? null : ({ kind: row.kind, id: row.id } as RecordInBackup));
    }}
    renderEmptyState={() => <p className="option-line">Nothing in this backup has that title.</p>}
    className={joinClasses(styles.records)}
  >
    {(row) => (
      <ListBoxItem id={row.id} textValue={row.title ?? 'Untitled'} className={'option option-line'}>
        <span>{row.title ?? 'Untitled'}</span>
        <span className={styles.state}>
          {kindNames[row.kind]}, {states[row.state]}
        </span>
      </ListBoxItem>
    )}
  </ListBox>
);

type RecordFinderProps = {
  readonly backupId: string;
  readonly chosen: RecordInBackup | null;
  readonly onChoose: (record: RecordInBackup | null) => void;
};

/** The articles, memos and pad of a backup by title; those missing from the archive first. */
const RecordFinder = ({ backupId, chosen, onChoose }: RecordFinderProps) => {
  const [text, setText] = useState('');
  const answer = useQueryOnce(backupRecords, {
    backupId,
    text: useDeferredValue(text),
    limit: MOST_SHOWN,
  });
  const [last, setLast] = useState(answer);
  if (answer !== null && answer !== last) setLast(answer);
  const shown = answer ?? last;
  return (
    <div className={styles.finder}>
      <SearchField label="Words of its title" value={text} onChange={setText} />
      {shown === null && <p className={styles.quiet}>Reading the backup…</p>}
      {shown?.ok === false && <p role="alert">{errorWords(shown.error).title}</p>}
      {shown?.ok === true && <Records rows={shown.value} chosen={chosen} onChoose={onChoose} />}
    </div>
  );
};

/** Asks what to restore from which backup, and where to. */
const RestoreDialog = ({ rows, close }: RowsProps) => {
  const [backupId, setBackupId] = useState(rows[0]?.id ?? null);
  const [scope, setScope] = useState<'archive' | 'record'>('archive');
  const [record, setRecord] = useState<RecordInBackup | null>(null);
  return (
    <Dialog
      title="Restore from a backup"
      isOpen
      isMedium
      onClose={close}
      actions={<Actions backupId={backupId} scope={scope} record={record} close={close} />}
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
            ? 'Every file is compared with the backup. The open archive does not change.'
            : 'The item becomes what it was, with its passages, notes and tasks. Later additions stay. You can undo this.'}
        </p>
      </div>
    </Dialog>
  );
};

const EncryptDialog = ({ rows, close }: RowsProps) => {
  const clear = rows.filter(({ isEncrypted }) => !isEncrypted);
  const hosts = [...new Set(clear.map(({ host }) => host))];
  const [first, last] = [clear.at(-1), clear[0]];
  const today = useToday();
  if (first === undefined || last === undefined)
    return (
      <Nothing
        close={close}
        title="All backups are encrypted"
        text="No unencrypted backup of this archive is left."
      />
    );
  return (
    <ConfirmDialog
      title="Encrypt the backups"
      isOpen
      onClose={close}
      onConfirm={() => void encryptBackups()}
      confirmName="Back up and delete them"
      cancelName="Keep them"
      isDangerous
    >
      <div className={styles.fields}>
        <p>
          {printCount(clear.length, 'backup')} made before you encrypted this archive can be read by anyone
          who has the disk ({printMoment(first.takenAt, today)}
          {first === last ? '' : ` to ${printMoment(last.takenAt, today)}`}, on {hosts.join(', ')}).
        </p>
        <p>
          Precis first makes and checks an encrypted backup. Then it deletes the unencrypted ones, with
          everything you have since deleted from the archive. You can’t undo this. Traces may remain in the
          free space of the disk.
        </p>
      </div>
    </ConfirmDialog>
  );
};

const dialogs = { restore: RestoreDialog, test: TestDialog, encrypt: EncryptDialog };
type Asked = keyof typeof dialogs;

const OfBackups = ({ asked, close }: DialogProps & { readonly asked: Asked }) => {
  const answer = useQueryOnce(backupList, {});
  if (answer === null) return null;
  if (!answer.ok) {
    const { title, text } = errorWords(answer.error);
    return <Nothing close={close} text={`${title} ${text}`} />;
  }
  if (answer.value.length === 0)
    return <Nothing close={close} text="Connect the disk with the backups, or choose Back up now." />;
  const Asked = dialogs[asked];
  return <Asked rows={answer.value} close={close} />;
};

/** Asks which backup to test or restore, or whether to delete the unencrypted ones. */
const askFor = (asked: Asked): void =>
  openDialog('backup', ({ close }) => <OfBackups asked={asked} close={close} />);

/** The commands on backups and zips. */
export const backupCommands: Readonly<Partial<Record<CommandId, () => void>>> = {
  'backup.now': () => void backUpNow(),
  'backup.folder': () => void chooseBackupFolder(false),
  'backup.restore': () => askFor('restore'),
  'backup.test': () => askFor('test'),
  'backup.encrypt': () => askFor('encrypt'),
  'archive.export': () => void packArchive(),
  'archive.unpack': () => void unpackArchive(),
};
