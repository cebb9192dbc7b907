import type { ReactNode, Ref } from 'react';
import { joinClasses } from '../join-classes.ts';
import { PaneEdge } from './PaneEdge.tsx';
import styles from './panel.module.css';

export type PanelProps = {
  readonly label: string;
  /** `list` beside the text, `page` for what is read, `side` for details of a selection. */
  readonly kind: 'list' | 'page' | 'side';
  /** Whether a `side` holds pages, which are read at their own width. */
  readonly isWide?: boolean;
  /** Whether it fills its container, and so has no width of its own. */
  readonly isFilling?: boolean;
  readonly header?: ReactNode;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLElement>;
};

/** A pane of the window: an F6 stop, with a fixed header and a scrolling body. */
export const Panel = ({
  label,
  kind,
  isWide = false,
  isFilling = false,
  header,
  children,
  ref,
}: PanelProps) => (
  <section
    ref={ref}
    className={joinClasses(styles.panel, styles[kind], isWide && styles.wide)}
    aria-label={label}
    data-pane
    tabIndex={-1}
  >
    {header !== undefined && <div className={styles.header}>{header}</div>}
    <div className={styles.body}>{children}</div>
    {kind !== 'page' && !isFilling && <PaneEdge kind={isWide ? 'pages' : kind} label={label} />}
  </section>
);
