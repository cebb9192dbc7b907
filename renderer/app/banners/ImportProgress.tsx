import { act } from '#renderer/bridge/act.ts';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { ProgressBar } from '#renderer/ui/signs/ProgressBar.tsx';
import styles from '../shell.module.css';

/** A bulk import under way, and the way to end it: what is imported by then stays. */
export const ImportProgress = () => {
  const importing = useAppState((state) => state.importing);
  if (importing === null || importing.total < 2) return null;
  return (
    <section className={styles.importing} aria-label="Import">
      <div>
        <ProgressBar label="Importing" done={importing.done} total={importing.total} />
        <p>{importing.fileName}</p>
      </div>
      <Button isSmall onPress={() => void act('import:cancel', {})}>
        Stop
      </Button>
    </section>
  );
};
