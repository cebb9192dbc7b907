import type { ReactNode, Ref } from 'react';
import { joinClasses } from '../join-classes.ts';
import styles from './page.module.css';

export type PageProps = {
  readonly label: string;
  readonly width: 'narrow' | 'medium' | 'wide';
  readonly children?: ReactNode;
  readonly ref?: Ref<HTMLElement>;
};

/** A pane of one column in the middle, its parts one below the other: a stop of F6 that scrolls as a whole. */
export const Page = ({ label, width, children, ref }: PageProps) => (
  <section ref={ref} className={styles.page} aria-label={label} data-pane tabIndex={-1}>
    <div className={joinClasses(styles.column, styles[width])}>{children}</div>
  </section>
);
