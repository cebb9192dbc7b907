import { RotateCcw } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { TrashRow } from '#domain/contract/rows.ts';
import type { CalendarDate } from '#domain/time.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Badge } from '#renderer/ui/signs/Badge.tsx';
import styles from './trash.module.css';
import { keyOfRow, kindNames, printTerm, restoreRow, titleOfRow } from './trash-words.ts';

export type TrashDayProps = {
  readonly day: string;
  readonly rows: readonly TrashRow[];
  readonly today: CalendarDate;
  /** The key of the row that is looked at. */
  readonly selected: string | null;
  readonly onLook: (row: TrashRow) => void;
};

const focusBeside = (row: HTMLElement, by: -1 | 1): void => {
  const all = [...document.querySelectorAll<HTMLElement>('[data-trash-row]')];
  all[all.indexOf(row) + by]?.focus();
};

const runFor = (key: string, element: HTMLElement, row: TrashRow): (() => void) | null => {
  switch (key) {
    case 'ArrowDown':
      return () => focusBeside(element, 1);
    case 'ArrowUp':
      return () => focusBeside(element, -1);
    case 'Enter':
      return () => void restoreRow(row);
    default:
      return null;
  }
};

/** ↑ ↓ to the next, Enter restores; keys of the button in the row are its own. */
const takeKey = (event: KeyboardEvent<HTMLElement>, row: TrashRow): void => {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
  const run = runFor(event.key, event.currentTarget, row);
  if (run === null) return;
  event.preventDefault();
  run();
};

const TrashLine = ({
  row,
  today,
  selected,
  onLook,
}: Omit<TrashDayProps, 'day' | 'rows'> & { readonly row: TrashRow }) => {
  const isLookedAt = keyOfRow(row) === selected;
  return (
    // A row is looked at where it has the focus, so it has to take it.
    <li
      className={joinClasses(styles.row, isLookedAt && styles.current)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
      tabIndex={0}
      aria-current={isLookedAt}
      data-trash-row
      onFocus={() => onLook(row)}
      onKeyDown={(event) => takeKey(event, row)}
    >
      <span className={styles.kind}>{kindNames[row.holds]}</span>
      <span className={joinClasses(styles.title, row.holds === 'passage' && styles.quoted)}>
        {titleOfRow(row)}
      </span>
      {row.heldBy.length > 0 ? (
        <Badge title="A memo rests on it: it can’t be emptied">{printTerm(row, today)}</Badge>
      ) : (
        <span className={styles.term}>{printTerm(row, today)}</span>
      )}
      <Button isSmall onPress={() => void restoreRow(row)} aria-label={`Restore ${titleOfRow(row)}`}>
        <RotateCcw size={13} aria-hidden /> Restore
      </Button>
    </li>
  );
};

/** What was deleted on one day. */
export const TrashDay = ({ day, rows, ...line }: TrashDayProps) => (
  <section className={styles.day}>
    <h2>{day}</h2>
    <ul className="plain-list">
      {rows.map((row) => (
        <TrashLine key={keyOfRow(row)} row={row} {...line} />
      ))}
    </ul>
  </section>
);
