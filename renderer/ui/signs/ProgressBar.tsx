import { ProgressBar as AriaProgressBar, Label } from 'react-aria-components';
import styles from './signs.module.css';

export type ProgressBarProps = { readonly label: string; readonly done: number; readonly total: number };

export const ProgressBar = ({ label, done, total }: ProgressBarProps) => (
  <AriaProgressBar className={styles.progress ?? ''} value={done} maxValue={Math.max(total, 1)}>
    {({ percentage }) => (
      <>
        <div className={styles.progressText}>
          <Label>{label}</Label>
          <span>
            {done} of {total}
          </span>
        </div>
        <div className={styles.track}>
          <div className={styles.fill} style={{ width: `${percentage ?? 0}%` }} />
        </div>
      </>
    )}
  </AriaProgressBar>
);
