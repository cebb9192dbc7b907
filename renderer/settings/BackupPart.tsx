import { TriangleAlert } from 'lucide-react';
import { type BackupState, backupDecline, backupState } from '#domain/contract/backup.ts';
import { printCount } from '#domain/print-count.ts';
import { act } from '#renderer/bridge/act.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { chooseBackupFolder, printLast } from '#renderer/parts/back-up.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { useToday } from '#renderer/window/today.ts';
import { Part, SwitchLine } from './Part.tsx';
import styles from './settings.module.css';

const lastWords = ({ last, isRunning }: BackupState, today: ReturnType<typeof useToday>): string => {
  if (isRunning) return 'in progress';
  return last === null ? 'none yet' : printLast(last, today);
};

const Facts = ({ state }: { readonly state: BackupState }) => {
  const today = useToday();
  return (
    <dl className={joinClasses('facts-list', styles.facts)}>
      <dt>Folder</dt>
      <dd>{state.folder === null ? 'none selected yet' : <code>{state.folder}</code>}</dd>
      <dt>Last backup</dt>
      <dd>
        <span role="status">{lastWords(state, today)}</span>
      </dd>
    </dl>
  );
};

const Warning = ({ text }: { readonly text: string }) => (
  <p className={styles.warn}>
    <TriangleAlert size={14} aria-hidden />
    <span>{text}</span>
  </p>
);

/** A disconnected disk is not an error: it is mentioned, and Precis waits for it. */
const Warnings = ({ state: { failure, folder, isOnOtherDisk } }: { readonly state: BackupState }) => {
  if (failure?.code === 'backup-stopped' && failure.why === 'folder-missing')
    return (
      <p className={styles.quiet}>
        The disk with this folder is not connected. The next backup waits for the disk.
      </p>
    );
  const words = failure === null ? null : errorWords(failure);
  return (
    <>
      {words !== null && <Warning text={`${words.title} ${words.text}`} />}
      {folder !== null && !isOnOtherDisk && (
        <Warning text="The backup is on the archive’s disk. If that disk fails, both are lost." />
      )}
    </>
  );
};

const Acts = ({ state: { folder, proposed } }: { readonly state: BackupState }) => (
  <div className={styles.acts}>
    {folder === null ? (
      proposed !== null && (
        <Button variant="primary" onPress={() => void chooseBackupFolder(true)}>
          Back up to {proposed}
        </Button>
      )
    ) : (
      <Button variant="primary" onPress={() => runCommand('backup.now')}>
        Back up now
      </Button>
    )}
    <Button onPress={() => void chooseBackupFolder(false)}>
      {folder === null ? 'Choose a folder…' : 'Change folder…'}
    </Button>
    {folder !== null && (
      <>
        <Button onPress={() => runCommand('backup.restore')}>Restore…</Button>
        <Button onPress={() => runCommand('backup.test')}>Test…</Button>
      </>
    )}
  </div>
);

/** Shown while there are unencrypted backups. */
const InClear = ({ state: { inClear } }: { readonly state: BackupState }) =>
  inClear === 0 ? null : (
    <>
      <Warning
        text={`${printCount(inClear, 'backup')} made before this archive was encrypted can be read without the passphrase.`}
      />
      <div className={styles.acts}>
        <Button onPress={() => runCommand('backup.encrypt')}>Encrypt the backups…</Button>
      </div>
    </>
  );

/** Where backups go, how the last one went, and the acts on them. */
export const BackupPart = () => {
  const { data: state } = useQuery(backupState, {});
  return state === undefined ? null : (
    <Part>
      <Facts state={state} />
      <Warnings state={state} />
      <InClear state={state} />
      <Acts state={state} />
      {state.folder !== null && (
        <SwitchLine
          title="Back up automatically while Precis is open"
          help="Copies and verifies what is new, once an hour."
          isOn={!state.isDeclined}
          onChange={(isOn) => void act(backupDecline, { isDeclined: !isOn })}
        />
      )}
      <p className={styles.quiet}>
        Keeps hourly backups for a day, daily for a month, weekly for two years. Backups are plain files, as
        readable as the archive.
      </p>
    </Part>
  );
};
