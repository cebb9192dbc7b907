import type { ReactNode } from 'react';
import { Button } from '../Button.tsx';
import { ProgressBar } from './ProgressBar.tsx';
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
