import { useEffect, useState } from 'react';
import { cancelPrinting, usePrintJob } from '#renderer/memos/print/print-memo.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { ProgressBar } from '#renderer/ui/signs/ProgressBar.tsx';
import styles from '../shell.module.css';

/** What takes no longer is done before anyone asks how far it is. */
const SHOWN_AFTER_MS = 1000;

/** Pages that are drawn for the printer, and the way to end it: nothing was printed then. */
export const PrintProgress = () => {
  const job = usePrintJob((state) => state.job);
  const [isSlow, setIsSlow] = useState(false);
  const isUnderWay = job !== null && job.pages.length < Math.max(job.total, 1);
  useEffect(() => {
    if (!isUnderWay) return;
    const timer = setTimeout(() => setIsSlow(true), SHOWN_AFTER_MS);
    return () => {
      clearTimeout(timer);
      setIsSlow(false);
    };
  }, [isUnderWay]);
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
