import type { ReactNode } from 'react';
import styles from './page.module.css';

export type PageHeadProps = {
  /** A heading, and what is said in a line above or below it. */
  readonly children: ReactNode;
  readonly acts?: ReactNode;
};

/** The head of a page: what it shows, and beside it what can be done with all of it. */
export const PageHead = ({ children, acts }: PageHeadProps) => (
  <header className={styles.head}>
    <div className={styles.titles}>{children}</div>
    {acts !== undefined && <div className={styles.acts}>{acts}</div>}
  </header>
);
