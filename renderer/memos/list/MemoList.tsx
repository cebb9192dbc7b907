import { useState } from 'react';
import { GridList, GridListHeader, GridListItem, GridListSection } from 'react-aria-components';
import type { FaultRow } from '#domain/contract/archive.ts';
import type { MemoRow } from '#domain/contract/memo.ts';
import { type MemoState, memoStates } from '#domain/memo/memo.ts';
import { printReaders } from '#domain/memo/sent/sent-state.ts';
import { printCount } from '#domain/print-count.ts';
import { type CalendarDate, calendarDateSchema } from '#domain/time.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { memoActs } from '#renderer/commands/context-menu.ts';
import { printShortDay } from '#renderer/parts/dates/print-date.ts';
import { MarkingSign } from '#renderer/parts/MarkingSign.tsx';
import { memoStateNames } from '#renderer/parts/memo/memo-state-names.ts';
import { CommandKbd } from '#renderer/parts/menu/CommandKbd.tsx';
import { ContextMenuArea } from '#renderer/parts/menu/ContextMenuArea.tsx';
import { selectRowAt } from '#renderer/parts/menu/select-row-at.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ButtonRow, RowTitle, rowClass } from '#renderer/ui/collections/rows.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Panel } from '#renderer/ui/panes/Panel.tsx';
import { Badge } from '#renderer/ui/signs/Badge.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import { useStatusItems } from '#renderer/window/status-line.ts';
import { useToday } from '#renderer/window/today.ts';
import styles from './memo-list.module.css';
import { useMemoCommands } from './use-memo-commands.ts';

type Group = { readonly state: MemoState; readonly rows: readonly MemoRow[] };

const groupByState = (rows: readonly MemoRow[]): readonly Group[] =>
  memoStates
    .map((state) => ({ state, rows: rows.filter((row) => row.state === state) }))
    .filter((group) => group.rows.length > 0);

const NoMemos = () => (
  <EmptyState
    title="No memos"
    actions={
      <Button variant="primary" onPress={() => runCommand('memo.new')}>
        New memo
      </Button>
    }
  >
    <CommandKbd command="memo.new" /> begins one.
  </EmptyState>
);

type RowsProps = {
  readonly rows: readonly MemoRow[];
  /** The id of the memo that the acts are done to. */
  readonly atHand: string;
  readonly onAtHand: (id: string) => void;
};

const Evidence = ({ row }: { readonly row: MemoRow }) => {
  if (row.changedEvidenceCount > 0) return <Badge tone="warn">{row.changedEvidenceCount} changed</Badge>;
  if (row.citationCount === 0) return <span>no citations</span>;
  return <span>{printCount(row.citationCount, 'citation')}</span>;
};

/** A memo in the list: its number, title and reader, its marking, how old it is, and whether its evidence stands. */
const MemoItem = ({ row, today }: { readonly row: MemoRow; readonly today: CalendarDate }) => (
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

const RowsOf = ({ rows, atHand, onAtHand }: RowsProps) => {
  const today = useToday();
  return (
    <ContextMenuArea
      acts={memoActs}
      onContextTarget={(event) => selectRowAt(event, onAtHand)}
      onFocus={(event) => selectRowAt(event, onAtHand)}
    >
      <GridList
        aria-label="Memos"
        className={joinClasses(styles.list)}
        disallowTypeAhead
        data-pane-focus
        onAction={(key) => {
          const row = rows.find(({ id }) => id === key);
          if (row !== undefined) goTo({ view: 'memos', memoId: row.id });
        }}
      >
        {groupByState(rows).map(({ state, rows: ofState }) => (
          <GridListSection key={state}>
            <GridListHeader className={joinClasses(styles.header)}>
              {memoStateNames[state]} <span className={styles.count}>{ofState.length}</span>
            </GridListHeader>
            {ofState.map((row) => (
              <GridListItem
                key={row.id}
                id={row.id}
                textValue={row.title}
                className={rowClass(row.id === atHand, styles.item)}
              >
                <MemoItem row={row} today={today} />
              </GridListItem>
            ))}
          </GridListSection>
        ))}
      </GridList>
    </ContextMenuArea>
  );
};

type UnreadableMemosProps = {
  readonly faults: readonly Extract<FaultRow, { readonly holds: 'memo' }>[];
};

/** Memos that can't be read, under those that can: their numbers and titles are not known. */
const UnreadableMemos = ({ faults }: UnreadableMemosProps) =>
  faults.length === 0 ? null : (
    <section aria-label="Can’t be read">
      <h2 className={styles.header}>
        Can’t be read <span className={styles.count}>{faults.length}</span>
      </h2>
      {faults.map(({ id, fault }) => (
        <ButtonRow key={id} onPress={() => goTo({ view: 'memos', memoId: id })}>
          <span className={styles.unreadable}>{errorWords(fault).title}</span>
        </ButtonRow>
      ))}
    </section>
  );

/** All memos by their state; Enter opens one. */
export const MemoList = () => {
  const { data } = useQuery('memo:list', {});
  const { data: faults = [] } = useQuery('archive:faults', {});
  const unreadable = faults.filter((fault) => fault.holds === 'memo');
  const [atHand, setAtHand] = useState('');
  const dialog = useMemoCommands(data?.find(({ id }) => id === atHand));
  useStatusItems(data === undefined || data.length === 0 ? [] : [{ text: printCount(data.length, 'memo') }]);
  if (data === undefined)
    return (
      <Panel label="Memos" kind="page">
        {null}
      </Panel>
    );
  return (
    <Panel label="Memos" kind="page">
      {data.length === 0 && unreadable.length === 0 ? (
        <NoMemos />
      ) : (
        <>
          <h1 className="visually-hidden">Memos</h1>
          <RowsOf rows={data} atHand={atHand} onAtHand={setAtHand} />
          <UnreadableMemos faults={unreadable} />
          {dialog}
        </>
      )}
    </Panel>
  );
};
