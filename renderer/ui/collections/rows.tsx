import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { createFocusTargets, type FocusTargets } from '../focus/focus-targets.ts';
import { joinClasses } from '../join-classes.ts';
import { useLatest } from '../use-latest.ts';
import styles from './row.module.css';

/** The focusable rows of one list, in the order of the arrow keys. */
export type FocusRows = FocusTargets<string> & {
  /** Focuses the row after or before that one; the first if `id` is undefined. */
  readonly focusBeside: (id: string | undefined, by: -1 | 1) => void;
  /** Focuses the very first row, or the last, once it is rendered. */
  readonly focusEnd: (end: 'first' | 'last') => void;
};

/**
 * Tracks the elements of the rows; `ids` is the order, and `onWanted` is called for a row that may have to be rendered
 * first. The returned object is stable.
 */
export const useFocusRows = (
  ids: readonly string[],
  onWanted: (id: string) => void = () => undefined,
): FocusRows => {
  const order = useLatest(ids);
  const wanted = useLatest(onWanted);
  const [rows] = useState<FocusRows>(() => {
    const targets = createFocusTargets<string>();
    return {
      ...targets,
      focusBeside: (id, by) => {
        const beside = order.current[(id === undefined ? -1 : order.current.indexOf(id)) + by];
        if (beside !== undefined) targets.focus(beside);
      },
      focusEnd: (end) => {
        const id = order.current.at(end === 'first' ? 0 : -1);
        if (id === undefined) return;
        wanted.current(id);
        targets.focus(id);
      },
    };
  });
  return rows;
};

export type FocusRowProps = {
  readonly id: string;
  readonly rows: FocusRows;
  /** Whether it is the row that acts apply to: the last one that had the focus. */
  readonly isCurrent: boolean;
  readonly onFocus: () => void;
  readonly onEnter: () => void;
  /** What letters do while the row itself has the focus. */
  readonly letters?: Readonly<Record<string, () => void>>;
  readonly className?: string | undefined;
  /** Whether it has acts beside its body. */
  readonly hasActs?: boolean;
  readonly children: ReactNode;
};

const steps: Readonly<Record<string, -1 | 1>> = { ArrowDown: 1, ArrowUp: -1 };
const ends: Readonly<Record<string, 'first' | 'last'>> = { Home: 'first', End: 'last' };

/** Where the key moves from that row; null if nowhere. */
const goingOf = (rows: FocusRows, id: string, key: string): (() => void) | null => {
  const step = steps[key];
  if (step !== undefined) return () => rows.focusBeside(id, step);
  const end = ends[key];
  return end === undefined ? null : () => rows.focusEnd(end);
};

/** The classes of a list row; `isCurrent` for the one that acts apply to. */
export const rowClass = (isCurrent: boolean, ...others: readonly (string | undefined)[]): string =>
  joinClasses(styles.row, isCurrent && styles.current, ...others);

/** The acts of a row are placed beside its badges and date, never over them. */
const makeRoom = (row: HTMLElement): void => {
  const facts = row.querySelector<HTMLElement>(`.${styles.facts}`);
  row.style.setProperty('--facts', facts === null ? '0px' : `calc(${facts.offsetWidth}px + var(--s2))`);
};

/**
 * A focusable list row with keys: ↑ ↓ move to its neighbours, Home and End to the first and last row. Keys in a field
 * of the row are left to the field.
 */
export const FocusRow = (props: FocusRowProps) => {
  const { id, rows, isCurrent, onFocus, onEnter, letters, className, hasActs, children } = props;
  const ref = useMemo(() => rows.register(id), [rows, id]);
  const takeKey = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const own = event.key === 'Enter' ? onEnter : letters?.[event.key];
    const run = goingOf(rows, id, event.key) ?? own;
    if (run === undefined) return;
    event.preventDefault();
    run();
  };
  return (
    <li
      ref={ref}
      className={rowClass(isCurrent, className)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a row takes letters of its own, so it has to take the focus
      tabIndex={0}
      aria-current={isCurrent}
      data-row-id={id}
      data-acts={hasActs === true || undefined}
      data-clear
      onFocus={({ currentTarget }) => {
        makeRoom(currentTarget);
        onFocus();
      }}
      onPointerEnter={({ currentTarget }) => makeRoom(currentTarget)}
      onKeyDown={takeKey}
    >
      {children}
    </li>
  );
};

/** The row that contains an event's target; null if none does. */
export const focusRowOf = ({ target }: { readonly target: EventTarget | null }): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-row-id]') : null;

export type RowBodyProps = {
  /** The title: at most two lines, one if rows are compact. */
  readonly title?: ReactNode;
  /** The style of the title: a written work, quoted words, or a name or task. */
  readonly look?: 'work' | 'quote' | 'name';
  /** Before the title, such as a checkbox. */
  readonly sign?: ReactNode;
  /** First on the line below the title, such as a label. */
  readonly lead?: ReactNode;
  /** Then words, cut at the end of the line. */
  readonly meta?: ReactNode;
  /** At the end of the line, badges and the date last: never cut. */
  readonly facts?: ReactNode;
  /** See RowActs. */
  readonly acts?: ReactNode;
  /** Between the title and the line below it. */
  readonly children?: ReactNode;
};

const isShown = (part: ReactNode): boolean =>
  part !== undefined && part !== null && part !== false && part !== '';

type RowLineProps = Pick<RowBodyProps, 'lead' | 'meta' | 'facts'>;

/** The line below the title. */
const RowLine = ({ lead, meta, facts }: RowLineProps) => (
  <span className={styles.meta}>
    {lead}
    {isShown(meta) && (
      <span className={styles.said} dir="auto">
        {meta}
      </span>
    )}
    {isShown(facts) && <span className={styles.facts}>{facts}</span>}
  </span>
);

/** The content of a row in any list: its title, and on one line its facts. */
export const RowBody = ({ title, look = 'work', sign, acts, children, ...line }: RowBodyProps) => {
  const hasWords = isShown(line.lead) || isShown(line.meta);
  // A named row whose only fact is a day shows that beside its name.
  const isLine = look === 'name' && !hasWords;
  return (
    <span className={joinClasses(styles.body, isLine && styles.line)} data-acts={isShown(acts) || undefined}>
      {sign !== undefined && <span className={styles.sign}>{sign}</span>}
      <span className={styles.text}>
        {isShown(title) && (
          <span className={joinClasses(styles.title, styles[look])} dir="auto">
            {title}
          </span>
        )}
        {children}
        {(hasWords || isShown(line.facts)) && <RowLine {...line} />}
      </span>
      {isShown(acts) && <RowActs>{acts}</RowActs>}
    </span>
  );
};

type RowActsProps = {
  /** In the middle of the row, where its date is. */
  readonly isMiddle?: boolean;
  readonly children: ReactNode;
};

/** Quick acts on a row: beside its date or over it, while it is hovered or has keyboard focus. */
export const RowActs = ({ isMiddle = false, children }: RowActsProps) => (
  <span className={joinClasses(styles.acts, isMiddle && styles.middle)}>{children}</span>
);

type ButtonRowProps = {
  readonly onPress: () => void;
  /** Whether it is shown beside the list, in lists that show one. */
  readonly isCurrent?: boolean;
  readonly children: ReactNode;
};

/** A list row that is one button. */
export const ButtonRow = ({ onPress, isCurrent, children }: ButtonRowProps) => (
  <Button
    className={rowClass(isCurrent === true, styles.button)}
    {...(isCurrent === undefined ? {} : { 'aria-current': isCurrent })}
    onPress={onPress}
  >
    {children}
  </Button>
);
