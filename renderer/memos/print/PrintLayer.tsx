import { createPortal } from 'react-dom';
import styles from './print.module.css';
import { usePrintJob } from './print-memo.ts';

/** The pages for the printer: visible in print only, where nothing else is. */
export const PrintLayer = () => {
  const job = usePrintJob((state) => state.job);
  if (job === null) return null;
  return createPortal(
    <div className={styles.layer} data-prints data-paper={job.paper} aria-hidden>
      {job.pages.map((page) => (
        <img key={page} className={styles.page} src={page} alt="" />
      ))}
    </div>,
    document.body,
  );
};
