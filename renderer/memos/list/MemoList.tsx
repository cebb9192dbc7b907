import { useState } from 'react';
import { GridList, GridListHeader, GridListItem, GridListSection } from 'react-aria-components';
import type { MemoRow } from '#domain/contract/memo.ts';
import { type MemoState, memoStates } from '#domain/memo/memo.ts';
import { printCount } from '#domain/print-count.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { memoActs } from '#renderer/commands/context-menu.ts';
import { memoStateNames } from '#renderer/parts/memo/memo-state-names.ts';
import { CommandKbd } from '#renderer/parts/menu/CommandKbd.tsx';
import { ContextMenuArea } from '#renderer/parts/menu/ContextMenuArea.tsx';
import { selectRowAt } from '#renderer/parts/menu/select-row-at.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { Panel } from '#renderer/ui/collections/Panel.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { rowClass } from '#renderer/ui/rows/row-class.ts';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import { useStatusItems } from '#renderer/window/status-line.ts';
import { useToday } from '#renderer/window/today.ts';
import { useMemoCommands } from '../use-memo-commands.ts';
import { MemoItem } from './MemoItem.tsx';
import styles from './memo-list.module.css';
import { UnreadableMemos } from './UnreadableMemos.tsx';

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
