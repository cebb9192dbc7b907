import { act } from '#renderer/bridge/act.ts';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { ProgressBar } from '#renderer/ui/signs/ProgressBar.tsx';
import styles from '../shell.module.css';

/** An act on many records that lasts, and the way to end it: what it has written is put back. */
export const BulkProgress = () => {
  const bulk = useAppState((state) => state.bulk);
  if (bulk === null) return null;
  return (
    <section className={styles.importing} aria-label="Act on many">
      <div>
        <ProgressBar label="Saving" done={bulk.done} total={bulk.total} />
        <p>If you cancel, every passage stays as it was.</p>
      </div>
      <Button isSmall onPress={() => void act('bulk:cancel', {})}>
        Cancel
      </Button>
    </section>
  );
};
