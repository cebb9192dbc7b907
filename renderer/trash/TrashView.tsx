import { useMemo, useState } from 'react';
import type { TrashRow } from '#domain/contract/trash.ts';
import type { CalendarDate } from '#domain/time.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { SelectionBar } from '#renderer/parts/bulk/SelectionBar.tsx';
import { printInstantDay } from '#renderer/parts/dates/print-date.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { Page } from '#renderer/ui/pages/Page.tsx';
import { PageHead } from '#renderer/ui/pages/PageHead.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { useToday } from '#renderer/window/today.ts';
import { useViewScroll } from '#renderer/window/view-state.ts';
import { countGoing, RemoveDialog } from './RemoveDialog.tsx';
import { TrashCopies } from './TrashCopies.tsx';
import { TrashFaults } from './TrashFaults.tsx';
import { TrashList } from './TrashList.tsx';
import { TrashLook, TrashLookAtMany } from './TrashLook.tsx';
import styles from './trash.module.css';
import { type Going, restoreRows } from './trash-words.ts';
import { useTrashSelection } from './use-trash-selection.ts';

/** The rows by the day on which they were deleted, the latest first. */
const byDay = (rows: readonly TrashRow[], today: CalendarDate): ReadonlyMap<string, readonly TrashRow[]> => {
  const days = new Map<string, TrashRow[]>();
  for (const row of rows.toSorted((a, b) => b.deletedAt.localeCompare(a.deletedAt))) {
    const day = printInstantDay(row.deletedAt, today);
    days.set(day, [...(days.get(day) ?? []), row]);
  }
  return days;
};

const noRows: readonly TrashRow[] = [];

type TrashActsProps = {
  readonly pastTerm: number;
  /** How many things no memo cites. */
  readonly free: number;
  readonly onAsk: (going: Going) => void;
};

const TrashActs = ({ pastTerm, free, onAsk }: TrashActsProps) => (
  <>
    {pastTerm > 0 && (
      <Button onPress={() => onAsk('trash:purge')}>Remove {pastTerm} older than 30 days…</Button>
    )}
    {free > 0 && (
      <Button variant="danger" onPress={() => onAsk('trash:empty')}>
        Empty…
      </Button>
    )}
  </>
);

/** What lies in the trash, and how much of it goes where each of the questions is answered. */
const useTrash = () => {
  const { data: rows } = useQuery('trash:list', {});
  const { data: faults = [] } = useQuery('trash:faults', {});
  const { data: copies = [] } = useQuery('trash:copies', {});
  const { data: pastTerm = [] } = useQuery('trash:past-term', {});
  const all = countGoing(rows ?? noRows);
  const countOf = (going: Going) => {
    if (going === 'trash:empty') return { count: all.count + copies.length, held: all.held };
    return going === 'trash:purge' ? { count: pastTerm.length, held: all.held } : countGoing(going);
  };
  return { rows, faults, copies, pastTerm: pastTerm.length, countOf };
};

/** What was deleted, by day. It goes for good after 30 days, except what a memo rests on. */
export const TrashView = () => {
  const today = useToday();
  const scroll = useViewScroll('trash');
  const { rows, faults, copies, pastTerm, countOf } = useTrash();
  const [asked, ask] = useState<Going | null>(null);
  const days = useMemo(() => [...byDay(rows ?? noRows, today)], [rows, today]);
  const ordered = useMemo(() => days.flatMap(([, ofDay]) => ofDay), [days]);
  const selection = useTrashSelection(ordered);
  const selected = selection.rows;
  const [first] = selected;
  const free = countOf('trash:empty').count;
  useCommand('trash.restore', () => void restoreRows(selected), first !== undefined);
  useCommand('trash.remove', () => ask(selected), countGoing(selected).count > 0);
  useCommand('trash.empty', () => ask('trash:empty'), free > 0);
  useCommand('trash.purge', () => ask('trash:purge'), pastTerm > 0);
  return (
    <div className={styles.view}>
      <div className={styles.main}>
        <Page ref={scroll} label="Trash" width="medium">
          <PageHead acts={<TrashActs pastTerm={pastTerm} free={free} onAsk={ask} />}>
            <h1>Trash</h1>
            <p>Kept for 30 days, and for as long as a memo cites it.</p>
          </PageHead>
          {rows?.length === 0 && faults.length === 0 && copies.length === 0 && (
            <EmptyState title="Nothing in the trash">What you delete stays here for 30 days.</EmptyState>
          )}
          <TrashFaults faults={faults} />
          {days.length > 0 && <TrashList days={days} today={today} selection={selection} />}
          <TrashCopies copies={copies} today={today} />
        </Page>
        {first !== undefined && selected.length > 1 && (
          <SelectionBar
            count={selected.length}
            field={null}
            onCloseField={() => undefined}
            onLeave={() => selection.select([first])}
          >
            <Button isSmall variant="quiet" onPress={() => void restoreRows(selected)}>
              Restore
            </Button>
            {countGoing(selected).count > 0 && (
              <Button isSmall variant="quiet" onPress={() => ask(selected)}>
                Delete for good…
              </Button>
            )}
          </SelectionBar>
        )}
      </div>
      {first !== undefined && selected.length === 1 && <TrashLook row={first} />}
      {selected.length > 1 && <TrashLookAtMany rows={selected} />}
      <RemoveDialog
        asked={asked}
        {...(asked === null ? { count: 0, held: 0 } : countOf(asked))}
        onClose={() => ask(null)}
      />
    </div>
  );
};
