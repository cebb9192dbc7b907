import type { ReactNode } from 'react';
import { joinClasses } from '../join-classes.ts';
import styles from './tree.module.css';

export type TreeSectionProps = { readonly title: string; readonly children: ReactNode };

/** One of the trees of a list, below its name. */
export const TreeSection = ({ title, children }: TreeSectionProps) => (
  <section>
    <h2 className={joinClasses('group-heading', styles.heading)}>{title}</h2>
    {children}
  </section>
);
