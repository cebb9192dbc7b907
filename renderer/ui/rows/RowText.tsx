import type { ReactNode } from 'react';
import styles from './row.module.css';

type RowTextProps = { readonly children: ReactNode };

/** What a row is of. */
export const RowTitle = ({ children }: RowTextProps) => (
  <span className={styles.title} dir="auto">
    {children}
  </span>
);

/** Bibliographic details, on one line below its title. */
export const RowMeta = ({ children }: RowTextProps) => <span className={styles.meta}>{children}</span>;
