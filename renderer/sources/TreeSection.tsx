import type { ReactNode } from 'react';
import styles from '#renderer/parts/tree/names/tree.module.css';
import { joinClasses } from '#renderer/ui/join-classes.ts';

export type TreeSectionProps = {
  readonly title: string;
  /** What is counted at the end of each row. */
  readonly counts: string;
  readonly children: ReactNode;
};

/** One of the trees of a list, below its name. */
export const TreeSection = ({ title, counts, children }: TreeSectionProps) => (
  <section>
    <div className={joinClasses('group-heading', styles.heading)}>
      <h2>{title}</h2>
      <span>{counts}</span>
    </div>
    {children}
  </section>
);
