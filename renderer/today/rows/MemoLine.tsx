import { TriangleAlert } from 'lucide-react';
import type { MemoRow } from '#domain/contract/memo.ts';
import type { CalendarDate } from '#domain/time.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { printInstantDay } from '#renderer/parts/dates/print-date.ts';
import { MarkingSign } from '#renderer/parts/marking/MarkingSign.tsx';
import { RowTitle } from '#renderer/ui/rows/RowText.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import styles from '../today.module.css';
import { TodayRow } from './TodayRow.tsx';

export const MemoLine = ({ row, today }: { readonly row: MemoRow; readonly today: CalendarDate }) => (
  <TodayRow
    id={row.id}
    open={{ name: 'Open', run: () => goTo({ view: 'memos', memoId: row.id }) }}
    acts={[{ name: 'New window', command: 'window.open', run: () => runCommand('window.open') }]}
  >
    <RowTitle>{row.title}</RowTitle>
    <span className={styles.meta}>
      <span>{row.referenceNumber}</span>
      {row.marking !== null && <MarkingSign marking={row.marking} />}
      <span>edited {printInstantDay(row.updatedAt, today)}</span>
      {row.changedEvidenceCount > 0 && (
        <span className={styles.warn}>
          <TriangleAlert size={12} aria-hidden /> evidence changed
        </span>
      )}
    </span>
  </TodayRow>
);
