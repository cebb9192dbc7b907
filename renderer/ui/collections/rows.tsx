import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { createFocusTargets, type FocusTargets } from '../focus/focus-targets.ts';
import { joinClasses } from '../join-classes.ts';
import { useLatest } from '../use-latest.ts';
import styles from './row.module.css';

/** The rows of one list that take the focus, in the order in which the arrow keys go through them. */
export type FocusRows = FocusTargets<string> & {
  /** The row after or before that one; the first, where there is none to go from. */
  readonly focusBeside: (id: string | undefined, by: -1 | 1) => void;
  /** The first row of all, or the last, once it is drawn. */
  readonly focusEnd: (end: 'first' | 'last') => void;
};

/**
 * Knows the element of each row as it comes and goes; `ids` is the order, and `onWanted` hears of a row that may have
 * to be drawn first. What it returns stays the same.
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
  /** Whether it is the row that acts are done to: the one that had the focus last. */
  readonly isCurrent: boolean;
  readonly onFocus: () => void;
  readonly onEnter: () => void;
  /** What letters do while the focus is on the row itself. */
  readonly letters?: Readonly<Record<string, () => void>>;
  readonly className?: string | undefined;
  /** Whether acts stand in it beside its body. */
  readonly hasActs?: boolean;
  readonly children: ReactNode;
};

const steps: Readonly<Record<string, -1 | 1>> = { ArrowDown: 1, ArrowUp: -1 };
const ends: Readonly<Record<string, 'first' | 'last'>> = { Home: 'first', End: 'last' };

/** Where the key goes from that row; null where it goes nowhere. */
const goingOf = (rows: FocusRows, id: string, key: string): (() => void) | null => {
  const step = steps[key];
  if (step !== undefined) return () => rows.focusBeside(id, step);
  const end = ends[key];
  return end === undefined ? null : () => rows.focusEnd(end);
};

/** The classes of a row of a list; `isCurrent` for the one that acts are done to. */
export const rowClass = (isCurrent: boolean, ...others: readonly (string | undefined)[]): string =>
  joinClasses(styles.row, isCurrent && styles.current, ...others);

/** The acts of a row stand beside its badges and its date, and never over them. */
const makeRoom = (row: HTMLElement): void => {
  const facts = row.querySelector<HTMLElement>(`.${styles.facts}`);
  row.style.setProperty('--facts', facts === null ? '0px' : `calc(${facts.offsetWidth}px + var(--s2))`);
};

/**
 * A row of a list that takes the focus, and keys: ↑ ↓ go to the rows beside it, Home and End to the first and the last.
 * The keys of a field in it are the field's.
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

/** The row that an event comes from; null where it comes from beside them. */
export const focusRowOf = ({ target }: { readonly target: EventTarget | null }): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-row-id]') : null;

export type RowBodyProps = {
  /** What the row is of: two lines at most, one where rows are compact. */
  readonly title?: ReactNode;
  /** What the title is: something written, words that are quoted, or what is named or to be done. */
  readonly look?: 'work' | 'quote' | 'name';
  /** Stands before the title, such as a box. */
  readonly sign?: ReactNode;
  /** First on the line below the title, such as a label. */
  readonly lead?: ReactNode;
  /** Then in words: cut where the line ends. */
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

/** What stands in a row of any list: what it is of, and on one line what is to be known of that. */
export const RowBody = ({ title, look = 'work', sign, acts, children, ...line }: RowBodyProps) => {
  const hasWords = isShown(line.lead) || isShown(line.meta);
  // What is named and has no more to say than a day says it beside its name.
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

/** What can be done to a row at once: beside its date or over it, while it is pointed at or a key has come to it. */
export const RowActs = ({ isMiddle = false, children }: RowActsProps) => (
  <span className={joinClasses(styles.acts, isMiddle && styles.middle)}>{children}</span>
);

type ButtonRowProps = {
  readonly onPress: () => void;
  /** Whether it is the one that is shown beside the list; for lists that show one. */
  readonly isCurrent?: boolean;
  readonly children: ReactNode;
};

/** A row of a list that is pressed as a whole. */
export const ButtonRow = ({ onPress, isCurrent, children }: ButtonRowProps) => (
  <Button
    className={rowClass(isCurrent === true, styles.button)}
    {...(isCurrent === undefined ? {} : { 'aria-current': isCurrent })}
    onPress={onPress}
  >
    {children}
  </Button>
);
