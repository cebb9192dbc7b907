import { type ReactNode, useEffect, useState } from 'react';
import { ProgressBar as AriaProgressBar, Label } from 'react-aria-components';
import { Button } from '../Button.tsx';
import styles from './signs.module.css';

export type ProgressBannerProps = {
  /** What is under way, as the region is called. */
  readonly name: string;
  /** What is being done, above the bar; the name by default. */
  readonly doing?: string;
  readonly done: number;
  readonly total: number;
  /** What becomes of it when it is cancelled, or what comes next. */
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

/** Work that lasts while the window goes on, and the way to end it. */
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

/** What takes no longer is done before anyone asks how far it is. */
const SHOWN_AFTER_MS = 1000;

/** Whether what is under way has taken so long that its progress is to be shown. */
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
