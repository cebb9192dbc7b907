import { RotateCcw } from 'lucide-react';
import type { TrashRow } from '#domain/contract/trash.ts';
import type { CalendarDate } from '#domain/time.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { PageSection } from '#renderer/ui/pages/PageSection.tsx';
import { FocusRow } from '#renderer/ui/rows/FocusRow.tsx';
import type { FocusRows } from '#renderer/ui/rows/use-focus-rows.ts';
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
  readonly focusRows: FocusRows;
};

const TrashLine = ({
  row,
  today,
  selected,
  onLook,
  focusRows,
}: Omit<TrashDayProps, 'day' | 'rows'> & { readonly row: TrashRow }) => (
  <FocusRow
    id={keyOfRow(row)}
    rows={focusRows}
    isCurrent={keyOfRow(row) === selected}
    onFocus={() => onLook(row)}
    onEnter={() => void restoreRow(row)}
    className={styles.row}
  >
    <span className={styles.kind}>{kindNames[row.holds]}</span>
    <span className={joinClasses(styles.title, row.holds === 'passage' && styles.quoted)}>
      {titleOfRow(row)}
    </span>
    {row.heldBy.length > 0 ? (
      <Badge title="Cited by a memo: it stays">{printTerm(row, today)}</Badge>
    ) : (
      <span className={styles.term}>{printTerm(row, today)}</span>
    )}
    <Button isSmall onPress={() => void restoreRow(row)} aria-label={`Restore ${titleOfRow(row)}`}>
      <RotateCcw size={13} aria-hidden /> Restore
    </Button>
  </FocusRow>
);

/** What was deleted on one day. */
export const TrashDay = ({ day, rows, ...line }: TrashDayProps) => (
  <PageSection title={day}>
    <ul className="plain-list">
      {rows.map((row) => (
        <TrashLine key={keyOfRow(row)} row={row} {...line} />
      ))}
    </ul>
  </PageSection>
);
