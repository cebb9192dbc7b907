import { type MouseEvent, useEffect, useMemo, useState } from 'react';
import type { TrashRow } from '#domain/contract/trash.ts';
import type { CalendarDate } from '#domain/time.ts';
import { act } from '#renderer/bridge/act.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { type ContextTarget, trashActs } from '#renderer/commands/context-menu.ts';
import { printInstantDay } from '#renderer/parts/dates/print-date.ts';
import { ContextMenuArea } from '#renderer/parts/menu/ContextMenuArea.tsx';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { isFocusLost } from '#renderer/ui/focus/focus-into.ts';
import { ConfirmDialog } from '#renderer/ui/overlays/ConfirmDialog.tsx';
import { Page } from '#renderer/ui/pages/Page.tsx';
import { PageHead } from '#renderer/ui/pages/PageHead.tsx';
import { focusRowOf } from '#renderer/ui/rows/FocusRow.tsx';
import { useFocusRows } from '#renderer/ui/rows/use-focus-rows.ts';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { sayDone } from '#renderer/window/notices.ts';
import { useToday } from '#renderer/window/today.ts';
import { useViewScroll } from '#renderer/window/view-state.ts';
import { TrashCopies } from './TrashCopies.tsx';
import { TrashDay } from './TrashDay.tsx';
import { TrashFaults } from './TrashFaults.tsx';
import { TrashLook } from './TrashLook.tsx';
import styles from './trash.module.css';
import { keyOfRow, restoreRow } from './trash-words.ts';

/** Which things are asked about: all, or those that are past their term. */
type Asked = 'trash:empty' | 'trash:purge';

const remove = async (asked: Asked): Promise<void> => {
  const answer = await act(asked, {});
  if (!answer.ok) return;
  const { removed, held } = answer.value;
  sayDone(`Deleted ${removed} for good${held === 0 ? '' : `; ${held} kept because memos cite them`}`);
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

/** The row that is looked at; what was restored gives its place to the row after it. */
const useLookedAt = (rows: readonly TrashRow[]) => {
  const [kept, keep] = useState({ key: '', index: 0 });
  const found = rows.findIndex((row) => keyOfRow(row) === kept.key);
  const index = found === -1 ? Math.min(kept.index, rows.length - 1) : found;
  const lookAt = (row: TrashRow): void => keep({ key: keyOfRow(row), index: rows.indexOf(row) });
  return { row: rows[index], lookAt };
};

const printHeld = (held: number): string => {
  if (held === 0) return '';
  return held === 1
    ? ' One more is cited by a memo and stays.'
    : ` ${held} more are cited by memos and stay.`;
};

type RemoveDialogProps = {
  readonly asked: Asked | null;
  readonly going: number;
  readonly held: number;
  readonly onClose: () => void;
};

const RemoveDialog = ({ asked, going, held, onClose }: RemoveDialogProps) => (
  <ConfirmDialog
    title={asked === 'trash:purge' ? 'Delete what is older than 30 days?' : 'Empty the trash?'}
    isOpen={asked !== null}
    onClose={onClose}
    onConfirm={() => void (asked && remove(asked))}
    confirmName={`Delete ${going} for good`}
    isDangerous
  >
    {going === 1 ? 'One item will be deleted' : `${going} items will be deleted`} for good; this can’t be
    undone.
    {printHeld(held)}
  </ConfirmDialog>
);

/** The row under the pointer is looked at where it has the focus. */
const focusRow = (event: MouseEvent): ContextTarget | null => {
  const row = focusRowOf(event);
  row?.focus();
  return row && { returnTo: row };
};

/** What was deleted, by day. It goes for good after 30 days, except what a memo rests on. */
export const TrashView = () => {
  const today = useToday();
  const scroll = useViewScroll('trash');
  const { data } = useQuery('trash:list', {});
  const { data: faults = [] } = useQuery('trash:faults', {});
  const { data: copies = [] } = useQuery('trash:copies', {});
  const { data: pastTerm = [] } = useQuery('trash:past-term', {});
  const [asked, setAsked] = useState<Asked | null>(null);
  const days = useMemo(() => [...byDay(data ?? [], today)], [data, today]);
  const ordered = useMemo(() => days.flatMap(([, rows]) => rows), [days]);
  const { row: lookedAt, lookAt } = useLookedAt(ordered);
  const focusRows = useFocusRows(useMemo(() => ordered.map(keyOfRow), [ordered]));
  const held = data?.filter(({ heldBy }) => heldBy.length > 0).length ?? 0;
  const going = (data?.length ?? 0) - held + copies.length;
  useCommand('trash.restore', () => void (lookedAt && restoreRow(lookedAt)), lookedAt !== undefined);
  useCommand('trash.empty', () => setAsked('trash:empty'), going > 0);
  useCommand('trash.purge', () => setAsked('trash:purge'), pastTerm.length > 0);
  const selected = lookedAt === undefined ? null : keyOfRow(lookedAt);
  // What was restored takes the focus with it: the keys go on working in the row that stands in its place.
  useEffect(() => {
    if (selected !== null && isFocusLost()) focusRows.focus(selected);
  }, [selected, focusRows]);
  return (
    <div className={styles.view}>
      <Page ref={scroll} label="Trash" width="medium">
        <PageHead
          acts={
            <>
              {pastTerm.length > 0 && (
                <Button onPress={() => setAsked('trash:purge')}>
                  Remove {pastTerm.length} older than 30 days…
                </Button>
              )}
              {going > 0 && (
                <Button variant="danger" onPress={() => setAsked('trash:empty')}>
                  Empty…
                </Button>
              )}
            </>
          }
        >
          <h1>Trash</h1>
          <p>Kept for 30 days, and for as long as a memo cites it.</p>
        </PageHead>
        {data?.length === 0 && faults.length === 0 && copies.length === 0 && (
          <EmptyState title="Nothing in the trash">What you delete stays here for 30 days.</EmptyState>
        )}
        <TrashFaults faults={faults} />
        <ContextMenuArea acts={trashActs} className="no-box" onContextTarget={focusRow}>
          {days.map(([day, rows]) => (
            <TrashDay
              key={day}
              day={day}
              rows={rows}
              today={today}
              selected={selected}
              onLook={lookAt}
              focusRows={focusRows}
            />
          ))}
        </ContextMenuArea>
        <TrashCopies copies={copies} today={today} />
      </Page>
      {lookedAt !== undefined && <TrashLook row={lookedAt} />}
      <RemoveDialog
        asked={asked}
        going={asked === 'trash:purge' ? pastTerm.length : going}
        held={held}
        onClose={() => setAsked(null)}
      />
    </div>
  );
};
