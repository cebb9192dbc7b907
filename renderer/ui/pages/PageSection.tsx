import type { ReactNode } from 'react';
import { joinClasses } from '../join-classes.ts';
import styles from './page.module.css';

export type PageSectionProps = {
  readonly title: ReactNode;
  /** How many stand in it, as printed. */
  readonly count?: string | undefined;
  /** Said where nothing stands in it. */
  readonly empty?: string | undefined;
  readonly acts?: ReactNode;
  readonly isWarning?: boolean;
  /** 3 below a heading of the second level. */
  readonly level?: 2 | 3;
  readonly children?: ReactNode;
  readonly label?: string;
};

/** A part of a page below a line with its name. */
export const PageSection = (props: PageSectionProps) => {
  const Heading = props.level === 3 ? 'h3' : 'h2';
  return (
    <section {...(props.label === undefined ? {} : { 'aria-label': props.label })}>
      <div className={styles.sectionHead}>
        <Heading className={joinClasses(styles.sectionTitle, props.isWarning === true && styles.warning)}>
          {props.title} {props.count !== undefined && <span className={styles.count}>{props.count}</span>}
        </Heading>
        {props.acts}
      </div>
      {props.empty !== undefined && <p className={styles.nothing}>{props.empty}</p>}
      {props.children}
    </section>
  );
};
