import type { MemoRow } from '#domain/contract/memo.ts';
import { printReaders } from '#domain/memo/sent/who-holds.ts';
import { printCount } from '#domain/print-count.ts';
import { type CalendarDate, calendarDateSchema } from '#domain/time.ts';
import { printShortDay } from '#renderer/parts/dates/print-date.ts';
import { MarkingSign } from '#renderer/parts/marking/MarkingSign.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { RowTitle } from '#renderer/ui/rows/RowText.tsx';
import { Badge } from '#renderer/ui/signs/Badge.tsx';
import styles from './memo-list.module.css';

const Evidence = ({ row }: { readonly row: MemoRow }) => {
  if (row.changedEvidenceCount > 0) return <Badge tone="warn">{row.changedEvidenceCount} changed</Badge>;
  if (row.citationCount === 0) return <span>no citations</span>;
  return <span>{printCount(row.citationCount, 'citation')}</span>;
};

/** A memo in the list: its number, title and reader, its marking, how old it is, and whether its evidence stands. */
export const MemoItem = ({ row, today }: { readonly row: MemoRow; readonly today: CalendarDate }) => (
  <>
    <span className={styles.reference}>{row.referenceNumber}</span>
    <RowTitle>
      {row.title} {row.isSample && <Badge>Sample</Badge>}
    </RowTitle>
    <span className="quiet-words clipped">{printReaders(row)}</span>
    <span>{row.marking !== null && <MarkingSign marking={row.marking} />}</span>
    <span className="quiet-words clipped">
      {printShortDay(calendarDateSchema.parse(row.asOf.slice(0, 10)), today)}
    </span>
    <span className={joinClasses('quiet-words', 'clipped', styles.evidence)}>
      {row.pages !== null && <span>{printCount(row.pages, 'page')} · </span>}
      <Evidence row={row} />
    </span>
  </>
);
