import { ChevronRight } from 'lucide-react';
import styles from './export.module.css';

/** What is done with a memo one after the other: first it is exported, then it is said to whom it went. */
export const ExportSteps = () => (
  <>
    <ol className={styles.steps}>
      <li data-is-now>
        <b>1</b> Export
      </li>
      <li aria-hidden>
        <ChevronRight size={14} strokeWidth={1.6} />
      </li>
      <li>
        <b>2</b> Mark as sent…
      </li>
    </ol>
    <p className={styles.stepHint}>
      Records who, when and how, and freezes this version. Available after export.
    </p>
  </>
);
