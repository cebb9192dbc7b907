import { type ReactNode, useEffect, useState } from 'react';
import { ProgressBar as AriaProgressBar, Label } from 'react-aria-components';
import { Button } from '../Button.tsx';
import styles from './signs.module.css';

export type ProgressBannerProps = {
  /** The work under way: the name of the region. */
  readonly name: string;
  /** The current step, above the bar; the name by default. */
  readonly doing?: string;
  readonly done: number;
  readonly total: number;
  /** What happens on cancelling, or what comes next. */
  readonly children: ReactNode;
  readonly cancelName?: string;
  readonly onCancel: () => void;
};

type ProgressBarProps = { readonly label: string; readonly done: number; readonly total: number };

export const ProgressBar = ({ label, done, total }: ProgressBarProps) => (
  <AriaProgressBar className={styles.progress ?? ''} value={done} maxValue={Math.max(total, 1)}>
    {({ percentage }) => (
      <>
        <div className={styles.progressText}>
          <Label>{label}</Label>
          {total > 0 && (
            <span>
              {done} of {total}
            </span>
          )}
        </div>
        <div className={styles.track}>
          <div className={styles.fill} style={{ width: `${percentage ?? 0}%` }} />
        </div>
      </>
    )}
  </AriaProgressBar>
);

/** Long work in the background, with Cancel. */
export const ProgressBanner = ({
  name,
  doing = name,
  done,
  total,
  children,
  cancelName = 'Cancel',
  onCancel,
}: ProgressBannerProps) => (
  <section className={styles.progressBanner} aria-label={name}>
    <div>
      <ProgressBar label={doing} done={done} total={total} />
      <p>{children}</p>
    </div>
    <Button isSmall onPress={onCancel}>
      {cancelName}
    </Button>
  </section>
);

/** Work that is done sooner shows no progress. */
const SHOWN_AFTER_MS = 1000;

/** Whether the work under way has taken long enough to show progress. */
export const useIsSlow = (isUnderWay: boolean): boolean => {
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    if (!isUnderWay) return;
    const timer = setTimeout(() => setIsSlow(true), SHOWN_AFTER_MS);
    return () => {
      clearTimeout(timer);
      setIsSlow(false);
    };
  }, [isUnderWay]);
  return isSlow;
};
