import { TriangleAlert } from 'lucide-react';
import type { BackupState } from '#domain/contract/backup.ts';
import { printCount } from '#domain/print-count.ts';
import { act } from '#renderer/bridge/act.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { backUpNow, chooseBackupFolder } from '#renderer/parts/back-up.ts';
import { showSettings } from '#renderer/parts/show-settings.ts';
import { Button } from '#renderer/ui/Button.tsx';
import styles from './today.module.css';

const NotSetUp = ({ proposed }: Pick<BackupState, 'proposed'>) => (
  <>
    <p>
      <strong>This archive has no backup.</strong>{' '}
      {proposed === null ? 'A folder on another disk is best.' : <>Another disk is connected: {proposed}</>}
    </p>
    {proposed !== null && (
      <Button isSmall variant="primary" onPress={() => void chooseBackupFolder(true)}>
        Back up there
      </Button>
    )}
    <Button isSmall onPress={() => void chooseBackupFolder(false)}>
      Choose a folder…
    </Button>
    <Button isSmall variant="quiet" onPress={() => void act('backup:decline', { isDeclined: true })}>
      Not on this computer
    </Button>
  </>
);

const lateWords = (
  lateness: Exclude<NonNullable<BackupState['lateness']>, { kind: 'not-set-up' }>,
): string => {
  if (lateness.kind === 'failed') return 'The last backup did not succeed.';
  return lateness.days === null
    ? 'No backup was made yet.'
    : `The last backup is ${printCount(lateness.days, 'day')} old.`;
};

const Late = ({ words, failure }: { readonly words: string } & Pick<BackupState, 'failure'>) => (
  <>
    <p>
      <strong>{words}</strong> {failure !== null && errorWords(failure).title}
    </p>
    <Button isSmall onPress={() => void backUpNow()}>
      Back up now
    </Button>
    <Button isSmall variant="quiet" onPress={() => showSettings('backup')}>
      Settings
    </Button>
  </>
);

/** Says in the day that backups are late, or that there are none; nothing where all is well. */
export const LateBackup = () => {
  const { data } = useQuery('backup:state', {});
  if (data === undefined || data.lateness === null) return null;
  return (
    <section className={styles.lateBackup} aria-label="Backup">
      <TriangleAlert size={16} aria-hidden />
      {data.lateness.kind === 'not-set-up' ? (
        <NotSetUp proposed={data.proposed} />
      ) : (
        <Late words={lateWords(data.lateness)} failure={data.failure} />
      )}
    </section>
  );
};
