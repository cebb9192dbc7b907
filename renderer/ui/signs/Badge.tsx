import type { ReactNode } from 'react';
import { joinClasses } from '../join-classes.ts';
import styles from './signs.module.css';

export type BadgeProps = {
  /** `warn` for what needs attention, `accent` for a tag, `plain` for a value. */
  readonly tone?: 'plain' | 'accent' | 'warn' | 'ok';
  readonly title?: string;
  readonly children: ReactNode;
};

export const Badge = ({ tone = 'plain', title, children }: BadgeProps) => (
  <span className={joinClasses(styles.badge, styles[tone])} title={title}>
    {children}
  </span>
);
