import { RotateCcw } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { GridList, GridListHeader, GridListItem, GridListSection } from 'react-aria-components';
import type { CommandId } from '#domain/command/command-table.ts';
import {
  type KeptCopyRow,
  type TrashFaultRow,
  type TrashRow,
  trashCopies,
  trashFaults,
  trashList,
  trashPastTerm,
} from '#domain/contract/trash.ts';
import { printCount } from '#domain/print-count.ts';
import type { CalendarDate } from '#domain/time.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { runCommand, useCommand } from '#renderer/commands/commands.ts';
import { offerContextMenuOf, trashActs } from '#renderer/commands/context-menu.ts';
import { printInstantDay } from '#renderer/parts/dates/print-date.ts';
import { SelectionBar } from '#renderer/parts/SelectionBar.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { rowClass } from '#renderer/ui/collections/rows.tsx';
import { isFocusLost } from '#renderer/ui/focus/focus-into.ts';
import { createFocusTargets, type FocusTargets } from '#renderer/ui/focus/focus-targets.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { ConfirmDialog } from '#renderer/ui/overlays/ConfirmDialog.tsx';
import { Page, PageHead } from '#renderer/ui/panes/Page.tsx';
import { Badge } from '#renderer/ui/signs/Badge.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { useToday } from '#renderer/window/today.ts';
import { useViewScroll } from '#renderer/window/view-state.ts';
import { TrashLook, TrashLookAtMany } from './TrashLook.tsx';
import styles from './trash.module.css';
import {
  type Going,
  keyOfRow,
  kindNames,
  printTerm,
  removeForGood,
  restoreRows,
  titleOfRow,
} from './trash-words.ts';

type TrashSelection = {
  /** In the order of the list; empty only if the list is. */
  readonly rows: readonly TrashRow[];
  readonly select: (rows: readonly TrashRow[]) => void;
};

/** The rows that acts are done to. If one was restored or deleted, the next row takes its place. */
const useTrashSelection = (all: readonly TrashRow[]): TrashSelection => {
  const [kept, keep] = useState<{ readonly keys: ReadonlySet<string>; readonly index: number }>({
    keys: new Set(),
    index: 0,
  });
  const there = all.filter((row) => kept.keys.has(keyOfRow(row)));
  const inPlace = all[Math.min(kept.index, all.length - 1)];
  return {
    rows: there.length > 0 || inPlace === undefined ? there : [inPlace],
    select: (rows) => {
      const [first] = rows;
      if (first !== undefined) keep({ keys: new Set(rows.map(keyOfRow)), index: all.indexOf(first) });
    },
  };
};

/** The rows by day of deletion, the latest first. */
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
  /** How many items no memo cites. */
  readonly free: number;
  readonly onAsk: (going: Going) => void;
};

const TrashActs = ({ pastTerm, free, onAsk }: TrashActsProps) => (
  <>
    {pastTerm > 0 && (
      <Button onPress={() => onAsk('past-term')}>Delete {pastTerm} older than 30 days…</Button>
    )}
    {free > 0 && (
      <Button variant="danger" onPress={() => onAsk('everything')}>
        Empty…
      </Button>
    )}
  </>
);

const titleOf = (going: Going): string => {
  if (going === 'everything') return 'Empty the trash?';
  if (going === 'past-term') return 'Delete items older than 30 days?';
  const [only] = going;
  return only !== undefined && going.length === 1
    ? `Permanently delete “${titleOfRow(only)}”?`
    : `Permanently delete ${going.length} items?`;
};

const printHeld = (held: number): string => {
  if (held === 0) return '';
  return held === 1
    ? ' One more is kept because a memo cites it.'
    : ` ${held} more are kept because memos cite them.`;
};

type RemoveDialogProps = {
  readonly asked: Going | null;
  /** How many are deleted, and how many stay because a memo cites them. */
  readonly count: number;
  readonly held: number;
  readonly onClose: () => void;
};

/** How many of the rows no memo cites, and how many are cited. */
const countGoing = (rows: readonly TrashRow[]): { readonly count: number; readonly held: number } => {
  const held = rows.filter(({ heldBy }) => heldBy.length > 0).length;
  return { count: rows.length - held, held };
};

/** Asks before something is deleted for good. */
const RemoveDialog = ({ asked, count, held, onClose }: RemoveDialogProps) => (
  <ConfirmDialog
    title={asked === null ? '' : titleOf(asked)}
    isOpen={asked !== null}
    onClose={onClose}
    onConfirm={() => void (asked && removeForGood(asked))}
    confirmName={`Delete ${count} permanently`}
    isDangerous
  >
    {count === 1 ? 'One item will be deleted' : `${count} items will be deleted`} permanently. You can’t undo
    this.
    {printHeld(held)}
  </ConfirmDialog>
);

/** The content of the trash, and how much each kind of deletion would remove. */
const useTrash = () => {
  const { data: rows } = useQuery(trashList, {});
  const { data: faults = [] } = useQuery(trashFaults, {});
  const { data: copies = [] } = useQuery(trashCopies, {});
  const { data: pastTerm = [] } = useQuery(trashPastTerm, {});
  const all = countGoing(rows ?? noRows);
  const countOf = (going: Going) => {
    if (going === 'everything') return { count: all.count + copies.length, held: all.held };
    return going === 'past-term' ? { count: pastTerm.length, held: all.held } : countGoing(going);
  };
  return { rows, faults, copies, pastTerm: pastTerm.length, countOf };
};

const Fault = ({ row }: { readonly row: TrashFaultRow }) => {
  const { title, text } = errorWords(row.fault);
  return (
    <li>
      <strong>{title}</strong> {text}
    </li>
  );
};

/** Trash entries that can't be read: they can be neither restored nor deleted. Renders nothing if all can be read. */
const TrashFaults = ({ faults }: { readonly faults: readonly TrashFaultRow[] }) =>
  faults.length === 0 ? null : (
    <section className={styles.faults} aria-label="Can’t be read">
      <p>
        {printCount(faults.length, 'folder')} of the trash can’t be read. Their contents are neither restored
        nor deleted.
      </p>
      <ul>
        {faults.map((row) => (
          <Fault key={row.id} row={row} />
        ))}
      </ul>
    </section>
  );

/** How many are named; the folder has them all. */
const MOST_NAMED = 8;

type TrashCopiesProps = { readonly copies: readonly KeptCopyRow[]; readonly today: CalendarDate };

/** Merged conflict copies: they can't be restored, and are deleted with the rest. */
const TrashCopies = ({ copies, today }: TrashCopiesProps) =>
  copies.length === 0 ? null : (
    <section className={styles.copies} aria-label="Merged copies">
      <h2>{printCount(copies.length, 'merged copy', 'merged copies')}</h2>
      <p>
        A sync made these copies. Their contents are in the archive or in Review. The files are in
        trash/copies and are deleted after 30 days.
      </p>
      <ul>
        {copies.slice(0, MOST_NAMED).map(({ name, keptAt }) => (
          <li key={name}>
            {name} <span className={styles.term}>{printInstantDay(keptAt, today)}</span>
          </li>
        ))}
        {copies.length > MOST_NAMED && <li>and {copies.length - MOST_NAMED} more</li>}
      </ul>
    </section>
  );

type TrashItemProps = {
  readonly id: string;
  readonly row: TrashRow;
  readonly today: CalendarDate;
  readonly places: FocusTargets<string>;
  /** Its context menu is requested. */
  readonly onContext: () => void;
};

const TrashItem = ({ id, row, today, places, onContext }: TrashItemProps) => (
  <GridListItem
    ref={useMemo(() => places.register(id), [places, id])}
    id={id}
    textValue={titleOfRow(row)}
    data-row-id={id}
    className={rowClass(false, styles.row)}
    onContextMenu={offerContextMenuOf(trashActs, () => {
      onContext();
      return { returnTo: places.elementOf(id) ?? null };
    })}
  >
    <span className={styles.kind}>{kindNames[row.kind]}</span>
    <span className={joinClasses(styles.title, row.kind === 'passage' && styles.quoted)}>
      {titleOfRow(row)}
    </span>
    {row.heldBy.length > 0 ? (
      <Badge title="Kept: a memo cites it">{printTerm(row, today)}</Badge>
    ) : (
      <span className={styles.term}>{printTerm(row, today)}</span>
    )}
    <Button isSmall onPress={() => void restoreRows([row])} aria-label={`Restore ${titleOfRow(row)}`}>
      <RotateCcw size={13} aria-hidden /> Restore
    </Button>
  </GridListItem>
);

const rowKeys: Readonly<Record<string, CommandId>> = { Enter: 'trash.restore', Delete: 'trash.remove' };

type TrashListProps = {
  readonly days: readonly (readonly [day: string, rows: readonly TrashRow[]])[];
  readonly today: CalendarDate;
  readonly selection: TrashSelection;
};

/** Deleted items by day; Shift and Mod select several, Enter restores them. */
const TrashList = ({ days, today, selection }: TrashListProps) => {
  const [places] = useState(createFocusTargets<string>);
  const keys = useMemo(() => selection.rows.map(keyOfRow), [selection.rows]);
  const [first] = keys;
  // A restored row loses the focus: it moves to the row in its place, so that keys go on working.
  useEffect(() => {
    if (first !== undefined && isFocusLost()) places.focus(first);
  }, [first, places]);
  const all = days.flatMap(([, rows]) => rows);
  return (
    <div
      className="no-box"
      onKeyDownCapture={(event) => {
        const isOnRow = event.target instanceof Element && event.target.getAttribute('role') === 'row';
        const command = rowKeys[event.key];
        if (command === undefined || !isOnRow) return;
        event.preventDefault();
        event.stopPropagation();
        runCommand(command);
      }}
    >
      <GridList
        aria-label="Trash"
        className={joinClasses(styles.list)}
        selectionMode="multiple"
        selectionBehavior="replace"
        disallowEmptySelection
        disallowTypeAhead
        selectedKeys={keys}
        onSelectionChange={(chosen) =>
          selection.select(all.filter((row) => chosen === 'all' || chosen.has(keyOfRow(row))))
        }
        data-single-keys
        data-pane-focus
      >
        {days.map(([day, rows]) => (
          <GridListSection key={day}>
            <GridListHeader className={joinClasses(styles.dayName)}>{day}</GridListHeader>
            {rows.map((row) => (
              <TrashItem
                key={keyOfRow(row)}
                id={keyOfRow(row)}
                row={row}
                today={today}
                places={places}
                onContext={() => {
                  if (!selection.rows.includes(row)) selection.select([row]);
                }}
              />
            ))}
          </GridListSection>
        ))}
      </GridList>
    </div>
  );
};

/** Deleted items, by day. They are deleted for good after 30 days, unless a memo cites them. */
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
  const isEmpty = rows?.length === 0 && faults.length === 0 && copies.length === 0;
  const free = countOf('everything').count;
  useCommand('trash.restore', () => void restoreRows(selected), first !== undefined);
  useCommand('trash.remove', () => ask(selected), countGoing(selected).count > 0);
  useCommand('trash.empty', () => ask('everything'), free > 0);
  useCommand('trash.purge', () => ask('past-term'), pastTerm > 0);
  return (
    <div className={styles.view}>
      <div className={styles.main}>
        <Page ref={scroll} label="Trash" width="medium">
          <PageHead acts={<TrashActs pastTerm={pastTerm} free={free} onAsk={ask} />}>
            <h1>Trash</h1>
            {!isEmpty && <p>Items are kept for 30 days, and as long as a memo cites them.</p>}
          </PageHead>
          {isEmpty && (
            <EmptyState title="The trash is empty">
              What you delete is kept here for 30 days, so that you can restore it.
            </EmptyState>
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
                Delete permanently…
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
