import type { ReactNode, Ref } from 'react';
import { joinClasses } from '../join-classes.ts';
import { PaneEdge } from './PaneEdge.tsx';
import styles from './panel.module.css';

export type PanelProps = {
  readonly label: string;
  /** `list` beside the text, `page` for what is read, `side` for what explains a selection. */
  readonly kind: 'list' | 'page' | 'side';
  /** Whether a `side` holds pages, which are read at a width of their own. */
  readonly isWide?: boolean;
  /** Whether it fills what holds it, and so has no width of its own. */
  readonly isFilling?: boolean;
  readonly header?: ReactNode;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLElement>;
};

/** A pane of the window: a stop of F6, with a header that stays and a body that scrolls. */
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
