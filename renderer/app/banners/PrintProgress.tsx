import { cancelPrinting, usePrintJob } from '#renderer/memos/print/print-memo.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { ProgressBar } from '#renderer/ui/signs/ProgressBar.tsx';
import { useIsSlow } from '#renderer/ui/signs/use-is-slow.ts';
import styles from '../shell.module.css';

/** Pages that are drawn for the printer, and the way to end it: nothing was printed then. */
export const PrintProgress = () => {
  const job = usePrintJob((state) => state.job);
  const isUnderWay = job !== null && job.pages.length < Math.max(job.total, 1);
  const isSlow = useIsSlow(isUnderWay);
  if (!isSlow || job === null) return null;
  return (
    <section className={styles.importing} aria-label="Print">
      <div>
        <ProgressBar label="Preparing pages" done={job.pages.length} total={job.total} />
        <p>The dialog of your system comes next.</p>
      </div>
      <Button isSmall onPress={cancelPrinting}>
        Cancel
      </Button>
    </section>
  );
};
