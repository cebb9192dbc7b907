import type { ReactNode } from 'react';
import styles from './signs.module.css';

export type EmptyStateProps = {
  /** What would be here, in a few words. */
  readonly title: string;
  /** What to do, in a sentence. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
};

/** The message of an empty list: always what to do next. */
export const EmptyState = ({ title, children, actions }: EmptyStateProps) => (
  <div className={styles.empty}>
    <p className={styles.emptyTitle} data-empty-title>
      {title}
    </p>
    {children !== undefined && <div className={styles.emptyText}>{children}</div>}
    {actions !== undefined && <div className={styles.emptyActions}>{actions}</div>}
  </div>
);
