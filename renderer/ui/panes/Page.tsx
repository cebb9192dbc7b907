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
  /** The scope of single keys in it. */
  readonly singleKeys?: string;
};

/** A pane with one centred column of parts: an F6 stop that scrolls as a whole. */
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
  /** A heading, and a line above or below it. */
  readonly children: ReactNode;
  readonly acts?: ReactNode;
};

/** The head of a page: its title, and beside it the acts on all of it. */
export const PageHead = ({ children, acts }: PageHeadProps) => (
  <header className={styles.head}>
    <div className={styles.titles}>{children}</div>
    {acts !== undefined && <div className={styles.acts}>{acts}</div>}
  </header>
);

/** The number of items that a page lists, beside its heading. */
export const PageCount = ({ count }: { readonly count: number }) => (
  <span className={styles.pageCount}>{count.toLocaleString('en-GB')}</span>
);

type PageSectionProps = {
  readonly title: ReactNode;
  /** How many it contains, as printed. */
  readonly count?: string | undefined;
  /** Shown if it is empty. */
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
  /** The name of the view, for screen readers. */
  readonly heading: string;
};

/** Shown beside a list while none of it is chosen. */
export const EmptyPage = ({ label, heading, ...empty }: EmptyPageProps) => (
  <Panel label={label} kind="page">
    <h1 className="visually-hidden">{heading}</h1>
    <EmptyState {...empty} />
  </Panel>
);
