import type { ShownJob } from '#domain/contract/backup.ts';
import { act } from '#renderer/bridge/act.ts';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { ProgressBar } from '#renderer/ui/signs/ProgressBar.tsx';
import styles from '../shell.module.css';

const names: Readonly<Record<ShownJob, string>> = {
  backup: 'Backing up',
  restore: 'Restoring and comparing',
  test: 'Testing the backup',
  pack: 'Packing the archive',
  unpack: 'Unpacking',
};

/** A backup, or what is restored or packed, while somebody waits for it, and the way to end it. */
export const BackupProgress = () => {
  const backup = useAppState((state) => state.backup);
  if (backup === null) return null;
  return (
    <section className={styles.importing} aria-label={names[backup.job]}>
      <div>
        <ProgressBar label={names[backup.job]} done={backup.done} total={backup.total} />
        <p>You can go on working. If you cancel, nothing is left half done.</p>
      </div>
      <Button isSmall onPress={() => void act('backup:cancel', {})}>
        Cancel
      </Button>
    </section>
  );
};
