import { RotateCcw } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { TrashRow } from '#domain/contract/rows.ts';
import type { CalendarDate } from '#domain/time.ts';
import { act } from '#renderer/bridge/act.ts';
import { sayDone } from '#renderer/bridge/notices.ts';
import { useToday } from '#renderer/bridge/today.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useKeptScroll } from '#renderer/bridge/view-memory.ts';
import { printInstantDay } from '#renderer/parts/print-date.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { ConfirmDialog } from '#renderer/ui/overlays/ConfirmDialog.tsx';
import { Badge } from '#renderer/ui/signs/Badge.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import styles from './trash.module.css';

const kindNames: Readonly<Record<TrashRow['holds'], string>> = {
  article: 'Article',
  memo: 'Memo',
  passage: 'Passage',
  tag: 'Tag',
  source: 'Source',
  task: 'Task',
};

const restore = async ({ holds, id, title }: TrashRow): Promise<void> => {
  const answer = await act('trash:restore', { holds, id });
  if (answer.ok) sayDone(`Restored: ${title}`);
};

const empty = async (): Promise<void> => {
  const answer = await act('trash:empty', {});
  if (!answer.ok) return;
  const { removed, held } = answer.value;
  sayDone(`Removed ${removed} for good${held === 0 ? '' : `; ${held} held by memos`}`);
};

/** The rows by the day on which they were deleted, the latest first. */
const byDay = (rows: readonly TrashRow[], today: CalendarDate): ReadonlyMap<string, readonly TrashRow[]> => {
  const days = new Map<string, TrashRow[]>();
  for (const row of rows.toSorted((a, b) => b.deletedAt.localeCompare(a.deletedAt))) {
    const day = printInstantDay(row.deletedAt, today);
    days.set(day, [...(days.get(day) ?? []), row]);
  }
  return days;
};

const TrashLine = ({ row }: { readonly row: TrashRow }) => (
  <li className={styles.row}>
    <span className={styles.kind}>{kindNames[row.holds]}</span>
    <span className={styles.title}>{row.title}</span>
    {row.heldBy.length > 0 && <Badge title="A memo cites it">held by {row.heldBy.join(', ')}</Badge>}
    <Button isSmall onPress={() => void restore(row)} aria-label={`Restore ${row.title}`}>
      <RotateCcw size={13} aria-hidden /> Restore
    </Button>
  </li>
);

/** What was deleted, by day. It goes for good after 30 days, except what a memo cites. */
export const TrashView = () => {
  const today = useToday();
  const scroll = useKeptScroll('trash');
  const { data } = useQuery('trash:list', {});
  const [isAsking, setIsAsking] = useState(false);
  const days = useMemo(() => [...byDay(data ?? [], today)], [data, today]);
  const heldCount = data?.filter(({ heldBy }) => heldBy.length > 0).length ?? 0;
  return (
    <section className={styles.page} ref={scroll} aria-label="Trash" data-pane tabIndex={-1}>
      <div className={styles.inner}>
        <header className={styles.head}>
          <div>
            <h1>Trash</h1>
            <p>Kept for 30 days; what a memo cites is kept as long as the memo.</p>
          </div>
          {data !== undefined && data.length > 0 && (
            <Button variant="danger" onPress={() => setIsAsking(true)}>
              Empty…
            </Button>
          )}
        </header>
        {data?.length === 0 && <EmptyState title="Nothing in the trash" />}
        {days.map(([day, rows]) => (
          <section key={day} className={styles.day}>
            <h2>{day}</h2>
            <ul className="plain-list">
              {rows.map((row) => (
                <TrashLine key={`${row.holds} ${row.id}`} row={row} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <ConfirmDialog
        title="Empty the trash?"
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        onConfirm={() => void empty()}
        confirmName="Remove for good"
        isDangerous
      >
        This can’t be undone.{heldCount > 0 && ` ${heldCount} of them are held by memos and stay.`}
      </ConfirmDialog>
    </section>
  );
};
