import { ArrowDown, ArrowUp, Ellipsis, Trash2, TriangleAlert } from 'lucide-react';
import { useRef, useState } from 'react';
import { GridList, GridListItem } from 'react-aria-components';
import { commandOf } from '#domain/command/command-table.ts';
import { archiveFaults, type FaultRow } from '#domain/contract/archive.ts';
import { type MemoRow, memoList } from '#domain/contract/memo.ts';
import { printChangedEvidence } from '#domain/memo/sent/evidence-change.ts';
import { printReaders } from '#domain/memo/sent/sent-state.ts';
import { printCount } from '#domain/print-count.ts';
import { type CalendarDate, calendarDateSchema, type Timestamp } from '#domain/time.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { memoActs, openContextMenu } from '#renderer/commands/context-menu.ts';
import { useFocusCommand } from '#renderer/commands/use-focus-command.ts';
import { printClock, printInstantDay, printShortDay } from '#renderer/parts/dates/print-date.ts';
import { MarkingSign } from '#renderer/parts/MarkingSign.tsx';
import { memoStateNames } from '#renderer/parts/memo/memo-names.ts';
import { CommandButton } from '#renderer/parts/menu/CommandKbd.tsx';
import { ContextMenuArea } from '#renderer/parts/menu/ContextMenuArea.tsx';
import { RowsMenu } from '#renderer/parts/menu/RowsMenu.tsx';
import { selectRowAt } from '#renderer/parts/menu/select-row-at.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Segments } from '#renderer/ui/choices/Segments.tsx';
import { ButtonRow, RowActs, RowBody, rowClass } from '#renderer/ui/collections/rows.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { PageCount } from '#renderer/ui/panes/Page.tsx';
import { Panel } from '#renderer/ui/panes/Panel.tsx';
import { SearchField } from '#renderer/ui/SearchField.tsx';
import { Badge } from '#renderer/ui/signs/Badge.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import { useToday } from '#renderer/window/today.ts';
import { useViewState } from '#renderer/window/view-state.ts';
import styles from './memo-list.module.css';
import {
  filterMemos,
  isOfPart,
  type MemoColumn,
  type MemoOrder,
  type MemoPart,
  memoParts,
  newestFirst,
  orderMemos,
  pressMemoColumn,
} from './order-memos.ts';
import { moveMemoToTrash, useMemoCommands } from './use-memo-commands.ts';

const NoMemos = () => (
  <EmptyState
    title="No memos yet"
    actions={
      <CommandButton command="memo.new" isPrimary>
        New memo
      </CommandButton>
    }
  >
    Memos are your briefings. Each quotation in a memo leads back to its article.
  </EmptyState>
);

const Evidence = ({ row }: { readonly row: MemoRow }) =>
  row.changedEvidenceCount === 0 ? null : (
    <span className={styles.changed}>
      <TriangleAlert size={12} aria-hidden />
      {printChangedEvidence(row.changedEvidenceCount, row.evidenceChanges)} changed
    </span>
  );

/** "PM-2024-018 · as of 24 Apr · 2 pages · 15 citations". */
const factsOf = (row: MemoRow, today: CalendarDate): string =>
  [
    row.referenceNumber,
    `as of ${printShortDay(calendarDateSchema.parse(row.asOf.slice(0, 10)), today)}`,
    ...(row.pages === null ? [] : [printCount(row.pages, 'page')]),
    row.citationCount === 0 ? 'no citations' : printCount(row.citationCount, 'citation'),
  ].join(' · ');

/** "10:02", or the date if it was another day. */
const printEdited = (at: Timestamp, today: CalendarDate): string => {
  const day = printInstantDay(at, today);
  return day === printShortDay(today, today) ? printClock(at) : day;
};

type MemoItemProps = {
  readonly row: MemoRow;
  readonly today: CalendarDate;
  /** Opens the menu of all acts at that button. */
  readonly onMore: (button: Element) => void;
};

/** A memo in the list: title and facts, recipient, marking, state, and when it was edited. */
const MemoItem = ({ row, today, onMore }: MemoItemProps) => (
  <>
    <span className={styles.what}>
      <RowBody title={row.title} meta={factsOf(row, today)} facts={row.isSample && <Badge>Sample</Badge>} />
    </span>
    <span className="clipped">{printReaders(row)}</span>
    <span>{row.marking !== null && <MarkingSign marking={row.marking} />}</span>
    <span className={styles.state}>
      {memoStateNames[row.state]}
      <Evidence row={row} />
    </span>
    <time className={styles.edited} dateTime={row.updatedAt}>
      {printEdited(row.updatedAt, today)}
    </time>
    <RowActs isMiddle>
      <IconButton
        icon={Trash2}
        label={commandOf('memo.delete').name}
        isSmall
        onPress={() => void moveMemoToTrash(row)}
      />
      <IconButton icon={Ellipsis} label="More actions" isSmall onPress={({ target }) => onMore(target)} />
    </RowActs>
  </>
);

const columnNames: Readonly<Record<MemoColumn, string>> = {
  title: 'Title',
  for: 'For',
  state: 'State',
  edited: 'Edited',
};

type ColumnHeadProps = {
  readonly column: MemoColumn;
  readonly order: MemoOrder;
  readonly onOrder: (order: MemoOrder) => void;
};

const ColumnHead = ({ column, order, onOrder }: ColumnHeadProps) => {
  const isSorted = order.by === column;
  const Sign = order.isDescending ? ArrowDown : ArrowUp;
  const direction = order.isDescending ? 'descending' : 'ascending';
  return (
    <button
      type="button"
      className={joinClasses('word-button', styles.column, isSorted && styles.sorted)}
      aria-label={`Sort by ${columnNames[column]}${isSorted ? `, now ${direction}` : ''}`}
      onClick={() => onOrder(pressMemoColumn(order, column))}
    >
      {columnNames[column]} {isSorted && <Sign size={13} aria-hidden />}
    </button>
  );
};

type RowsProps = {
  readonly rows: readonly MemoRow[];
  /** The id of the memo that the commands act on. */
  readonly atHand: string;
  readonly onAtHand: (id: string) => void;
};

const Rows = ({ rows, atHand, onAtHand }: RowsProps) => {
  const today = useToday();
  const openMenu = (id: string, button: Element): void => {
    const { left, bottom } = button.getBoundingClientRect();
    onAtHand(id);
    openContextMenu({
      ...memoActs,
      at: { left, top: bottom },
      isByKey: true,
      returnTo: button.closest<HTMLElement>('[role="row"]'),
    });
  };
  return (
    <ContextMenuArea
      acts={memoActs}
      onContextTarget={(event) => selectRowAt(event, onAtHand)}
      onFocus={(event) => selectRowAt(event, onAtHand)}
      onKeyDown={({ key }) => {
        if (key === 'Delete') runCommand('memo.delete');
      }}
    >
      <GridList
        aria-label="Memos"
        className={joinClasses(styles.rows)}
        items={rows}
        dependencies={[atHand, today]}
        disallowTypeAhead
        data-pane-focus
        renderEmptyState={() => <EmptyState title="No memos match" />}
        onAction={(key) => {
          const row = rows.find(({ id }) => id === key);
          if (row !== undefined) goTo({ view: 'memos', memoId: row.id });
        }}
      >
        {(row) => (
          <GridListItem
            id={row.id}
            textValue={row.title}
            className={rowClass(row.id === atHand, styles.item)}
          >
            <MemoItem row={row} today={today} onMore={(button) => openMenu(row.id, button)} />
          </GridListItem>
        )}
      </GridList>
    </ContextMenuArea>
  );
};

const partNames: Readonly<Record<MemoPart, string>> = {
  all: 'All',
  draft: 'Draft',
  'in-review': 'In review',
  sent: 'Sent',
};

type HeadProps = {
  readonly rows: readonly MemoRow[];
  readonly part: MemoPart;
  readonly onPart: (part: MemoPart) => void;
  readonly text: string;
  readonly onText: (text: string) => void;
};

/** The list's filters, with the count of each part. */
const Head = ({ rows, part, onPart, text, onText }: HeadProps) => {
  const field = useRef<HTMLDivElement>(null);
  useFocusCommand('edit.find', field);
  return (
    <div ref={field} className={styles.head}>
      <h1>
        Memos <PageCount count={rows.length} />
      </h1>
      <div className={styles.acts}>
        <RowsMenu />
        <Button variant="primary" onPress={() => runCommand('memo.new')}>
          New memo
        </Button>
      </div>
      <div className={styles.choices}>
        <SearchField label="Filter memos" placeholder="Filter" value={text} onChange={onText} />
        <Segments
          label="Which memos"
          segments={memoParts.map((id) => ({
            id,
            name: partNames[id],
            count: rows.filter((row) => isOfPart(row, id)).length,
          }))}
          value={part}
          onChange={onPart}
        />
      </div>
    </div>
  );
};

type UnreadableMemosProps = {
  readonly faults: readonly Extract<FaultRow, { readonly kind: 'memo' }>[];
};

/** Unreadable memos, below the others: their numbers and titles are unknown. */
const UnreadableMemos = ({ faults }: UnreadableMemosProps) =>
  faults.length === 0 ? null : (
    <section aria-label="Can’t be read">
      <h2 className={styles.unreadableHead}>
        Can’t be read <span className={styles.count}>{faults.length}</span>
      </h2>
      {faults.map(({ id, fault }) => (
        <ButtonRow key={id} onPress={() => goTo({ view: 'memos', memoId: id })}>
          <RowBody look="name" title={<span className={styles.unreadable}>{errorWords(fault).title}</span>} />
        </ButtonRow>
      ))}
    </section>
  );

/** The filtered memos, sorted by a column; Enter opens one. */
export const MemoList = () => {
  const { data } = useQuery(memoList, {});
  const { data: faults = [] } = useQuery(archiveFaults, {});
  const unreadable = faults.filter((fault) => fault.kind === 'memo');
  const [atHand, setAtHand] = useState('');
  const [part, setPart] = useViewState<MemoPart>('memos.part', 'all');
  const [text, setText] = useViewState('memos.text', '');
  const [order, setOrder] = useViewState('memos.order', newestFirst);
  useMemoCommands(data?.find(({ id }) => id === atHand));
  if (data === undefined)
    return (
      <Panel label="Memos" kind="page">
        {null}
      </Panel>
    );
  if (data.length === 0 && unreadable.length === 0)
    return (
      <Panel label="Memos" kind="page">
        <NoMemos />
      </Panel>
    );
  const shown = orderMemos(
    filterMemos(
      data.filter((row) => isOfPart(row, part)),
      text,
    ),
    order,
  );
  return (
    <Panel label="Memos" kind="page">
      <div className={styles.page}>
        <Head rows={data} part={part} onPart={setPart} text={text} onText={setText} />
        <div className={styles.columns}>
          <ColumnHead column="title" order={order} onOrder={setOrder} />
          <ColumnHead column="for" order={order} onOrder={setOrder} />
          <span className={styles.column}>Marking</span>
          <ColumnHead column="state" order={order} onOrder={setOrder} />
          <ColumnHead column="edited" order={order} onOrder={setOrder} />
        </div>
        <Rows rows={shown} atHand={atHand} onAtHand={setAtHand} />
        <UnreadableMemos faults={unreadable} />
      </div>
    </Panel>
  );
};
