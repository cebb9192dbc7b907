import type { ReactNode, Ref } from 'react';
import { joinClasses } from '../join-classes.ts';
import { EmptyState, type EmptyStateProps } from '../signs/EmptyState.tsx';
import { Panel } from './Panel.tsx';
import styles from './page.module.css';

export type PageProps = {
  readonly label: string;
  readonly width: 'narrow' | 'medium' | 'wide';
  readonly children?: ReactNode;
  /** Stays at the foot of the pane, however long the page is. */
  readonly foot?: ReactNode;
  readonly ref?: Ref<HTMLElement>;
  /** Whose single keys act on it. */
  readonly singleKeys?: string;
};

/** A pane of one column in the middle, its parts one below the other: a stop of F6 that scrolls as a whole. */
export const Page = ({ label, width, children, foot, ref, singleKeys }: PageProps) => (
  <section
    ref={ref}
    className={joinClasses(styles.page, foot !== undefined && styles.withFoot)}
    aria-label={label}
    data-pane
    data-single-keys={singleKeys}
    tabIndex={-1}
  >
    <div className={joinClasses(styles.column, styles[width])}>{children}</div>
    {foot}
  </section>
);

type PageHeadProps = {
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

/** How many there are of what a page lists, beside its heading. */
export const PageCount = ({ count }: { readonly count: number }) => (
  <span className={styles.pageCount}>{count.toLocaleString('en-GB')}</span>
);

type PageSectionProps = {
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

type EmptyPageProps = EmptyStateProps & {
  readonly label: string;
  /** The view that it stands in, for screen readers. */
  readonly heading: string;
};

/** Stands beside a list while nothing of it is chosen. */
export const EmptyPage = ({ label, heading, ...empty }: EmptyPageProps) => (
  <Panel label={label} kind="page">
    <h1 className="visually-hidden">{heading}</h1>
    <EmptyState {...empty} />
  </Panel>
);
