import type { ReactNode } from 'react';
import styles from './settings.module.css';

/** A part of the settings: its name on the left, its fields on the right. */
export const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className={styles.part}>
    <h2>{title}</h2>
    <div className={styles.fields}>{children}</div>
  </section>
);
