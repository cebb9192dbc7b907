import { Ellipsis, Plus } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { expectations } from '#domain/board/board.ts';
import {
  notToldApart,
  type RowOrder,
  rowOrderNames,
  rowOrders,
  sortRows,
} from '#domain/board/compare-cells.ts';
import { keyOf, sayExpectation, signOf } from '#domain/board/expectation.ts';
import type { BoardRow, OpenBoard } from '#domain/board/open-board.ts';
import { memoList } from '#domain/contract/memo.ts';
import type { MemoId } from '#domain/ids.ts';
import { ungraded } from '#domain/tradecraft/grade.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { boardActs } from '#renderer/commands/context-menu.ts';
import { printInstantDay } from '#renderer/parts/dates/print-date.ts';
import { CommandKbd } from '#renderer/parts/menu/CommandKbd.tsx';
import { ContextMenuArea } from '#renderer/parts/menu/ContextMenuArea.tsx';
import { useActEntries } from '#renderer/parts/menu/use-act-entries.ts';
import { useSidePanel } from '#renderer/parts/use-side-panel.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Segments } from '#renderer/ui/choices/Segments.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Menu } from '#renderer/ui/overlays/Menu.tsx';
import { Panel } from '#renderer/ui/panes/Panel.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { goTo, goToHelp } from '#renderer/window/navigation.ts';
import { takeSoughtCell, useSoughtCell } from '#renderer/window/sought-cell.ts';
import { useToday } from '#renderer/window/today.ts';
import { useViewState } from '#renderer/window/view-state.ts';
import { BoardTable } from './BoardTable.tsx';
import styles from './board-page.module.css';
import { numberOf, printEvidence, printFilled, printStarted, sayHidden } from './board-words.ts';
import { useWithFillings } from './fillings.ts';
import { type BoardPlace, placeOfSought, withinBoard } from './move-in-board.ts';
import { Probabilities } from './Probabilities.tsx';
import { type BoardView, useBoardCommands } from './use-board-commands.ts';
import { WhyPanel } from './WhyPanel.tsx';

const sortable = (row: BoardRow) => ({
  ...row,
  grade: row.standing?.state.grade ?? ungraded,
  date: row.standing?.date ?? null,
});

/**
 * What the order depends on: rows stay in place as they are filled, until another order is chosen or rows are added.
 */
const keyOfOrder = ({ rows }: OpenBoard, order: RowOrder): string => {
  const ids = rows.map(({ id }) => id);
  return `${order} ${(order === 'place' ? ids : ids.toSorted()).join(' ')}`;
};

const useSortedRows = (open: OpenBoard, order: RowOrder): readonly BoardRow[] => {
  const key = keyOfOrder(open, order);
  const [kept, setKept] = useState({ key: '', ids: [] as readonly string[] });
  const isKept = kept.key === key;
  const ids = isKept ? kept.ids : sortRows(open.rows.map(sortable), order).map(({ id }) => id);
  if (!isKept) setKept({ key, ids });
  return useMemo(() => {
    const byId = new Map<string, BoardRow>(open.rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }, [open.rows, ids]);
};

/** Where analysts differ is known only once another's cells are shown. */
const ordersOf = ({ shown }: OpenBoard): readonly RowOrder[] =>
  rowOrders.filter((order) => order !== 'differ' || shown.length > 0);
const views = [
  { id: 'mine', name: 'My view' },
  { id: 'everyone', name: 'Everyone’s' },
] as const;

type HeadProps = {
  readonly open: OpenBoard;
  readonly view: BoardView;
  readonly order: RowOrder;
  readonly setOrder: (order: RowOrder) => void;
};

const factsOf = (open: OpenBoard, day: string): string => {
  const [mine] = open.analysts;
  return [
    printStarted(open.board, day),
    printEvidence(open),
    ...(open.cellCount === 0 || mine === undefined ? [] : [printFilled(mine, open.cellCount)]),
  ].join(' · ');
};

/** A link back to the memo from whose gap the board was opened, while that memo exists. */
const FromMemo = ({ memoId }: { readonly memoId: MemoId }) => {
  const { data } = useQuery(memoList, {});
  const memo = data?.find(({ id }) => id === memoId);
  return memo === undefined ? null : (
    <>
      {' · '}
      <Button isSmall variant="quiet" onPress={() => goTo({ view: 'memos', memoId })}>
        From {memo.referenceNumber}
      </Button>
    </>
  );
};

const BoardHead = ({ open, view, order, setOrder }: HeadProps) => {
  const today = useToday();
  const entries = useActEntries(boardActs, runCommand);
  return (
    <header className={styles.head}>
      <div className={styles.titles}>
        <h1 dir="auto">{open.board.question}</h1>
        <p className={styles.facts}>
          {factsOf(open, printInstantDay(open.board.createdAt, today))}
          {open.board.memoId !== null && <FromMemo memoId={open.board.memoId} />}
        </p>
      </div>
      <div className={styles.acts}>
        <Segments
          label="Whose cells"
          segments={views}
          value={view.isEveryone ? 'everyone' : 'mine'}
          onChange={(whose) => view.setIsEveryone(whose === 'everyone')}
        />
        <Select
          label="Sort evidence by"
          isLabelHidden
          isBare
          options={ordersOf(open).map((id) => ({ id, name: rowOrderNames[id] }))}
          value={order}
          onChange={setOrder}
        />
        {open.rows.length > 0 && (
          <Button onPress={() => runCommand('board.insert')}>Insert into memo…</Button>
        )}
        <Menu label="Board" trigger={<IconButton icon={Ellipsis} label="More actions" />} entries={entries} />
      </div>
    </header>
  );
};

/** Which hypotheses a full board does not distinguish; null while cells are still empty. */
const sayNotToldApart = ({ hypotheses, rows, me, analysts }: OpenBoard): string | null => {
  if (analysts[0]?.isFull !== true) return null;
  const own = rows.map(({ cells }) => cells.filter(({ analyst }) => analyst === me));
  const numbers = new Map(hypotheses.map(({ id }, at) => [id, numberOf(at)]));
  const pairs = notToldApart(hypotheses, own).map(
    ([one, other]) => `${numbers.get(one.id)} and ${numbers.get(other.id)}`,
  );
  return pairs.length === 0 ? null : `No evidence here distinguishes between: ${pairs.join('; ')}.`;
};

const Notes = ({ open, isEveryone }: { readonly open: OpenBoard; readonly isEveryone: boolean }) => {
  const hidden = isEveryone ? sayHidden(open) : null;
  const isAlone = isEveryone && open.analysts.length === 1;
  // Keyed by kind, not by text: when a note changes, nothing below it moves.
  const says = {
    apart: sayNotToldApart(open),
    hidden,
    alone: isAlone
      ? 'Nobody else has filled a cell yet. Colleagues who share the archive fill it under their name.'
      : null,
  };
  return Object.entries(says).map(
    ([kind, say]) =>
      say !== null && (
        <p key={kind} className={styles.note}>
          {say}
        </p>
      ),
  );
};

const NoEvidence = ({ open }: { readonly open: OpenBoard }) => (
  <EmptyState
    title={open.hypotheses.length === 0 ? 'No hypotheses yet' : 'No evidence yet'}
    actions={
      <>
        <Button
          variant={open.hypotheses.length === 0 ? 'primary' : 'plain'}
          onPress={() => runCommand('board.hypothesis')}
        >
          Add hypothesis…
        </Button>
        <Button
          variant={open.hypotheses.length === 0 ? 'plain' : 'primary'}
          onPress={() => runCommand('board.evidence')}
        >
          Add evidence…
        </Button>
      </>
    }
  >
    Add possible answers, then the passages that bear on them. On a passage, press{' '}
    <CommandKbd command="passage.board" />.
  </EmptyState>
);

const Foot = () => (
  <footer className={styles.foot}>
    {expectations.map((expected) => (
      <span key={expected} className={styles.legend}>
        <Kbd keys={keyOf(expected)} /> <b aria-hidden>{signOf(expected)}</b> {sayExpectation(expected)}
      </span>
    ))}
    <span className={styles.design}>
      No total, by design.{' '}
      <Button isSmall variant="quiet" onPress={() => goToHelp('user-guide#why-a-board-has-no-score')}>
        Why
      </Button>
    </span>
  </footer>
);

/** One board: its cells, each analyst's probabilities, and the reasons for the chosen cell. */
export const BoardPage = ({ open: read }: { readonly open: OpenBoard }) => {
  const open = useWithFillings(read);
  const [chosen, setOrder] = useViewState<RowOrder>('boards.order', 'place');
  const order = ordersOf(open).includes(chosen) ? chosen : 'place';
  const [isEveryone, setIsEveryone] = useViewState('boards.everyone', false);
  const [wanted, setPlace] = useState<BoardPlace>({ row: 0, column: 0 });
  const rows = useSortedRows(open, order);
  const panel = useSidePanel('board');
  const grid = useRef<HTMLTableElement>(null);
  const size = { rows: rows.length, columns: open.hypotheses.length };
  const place = withinBoard(wanted, size);
  /** The chosen row stays chosen wherever it moves. */
  const changeOrder = (next: RowOrder): void => {
    const chosenId = rows[place.row]?.id;
    const row = sortRows(open.rows.map(sortable), next).findIndex(({ id }) => id === chosenId);
    setOrder(next);
    if (row !== -1) setPlace({ ...place, row });
  };
  const focusGrid = (): void => grid.current?.focus();
  const { sought } = useSoughtCell();
  useEffect(() => {
    if (sought?.boardId !== open.board.id) return;
    const found = placeOfSought(sought, rows, open.hypotheses);
    takeSoughtCell();
    if (found === null) return;
    setPlace(found);
    grid.current?.focus();
  }, [sought, open, rows]);
  const view: BoardView = { open, rows, place, size, isEveryone, setIsEveryone, setPlace, panel, focusGrid };
  const acts = useBoardCommands(view);
  return (
    <>
      <Panel
        label="Board"
        kind="page"
        header={<BoardHead open={open} view={view} order={order} setOrder={changeOrder} />}
      >
        <Notes open={open} isEveryone={isEveryone} />
        <div className={styles.scroll}>
          <ContextMenuArea
            acts={boardActs}
            className={styles.area}
            onContextTarget={() => ({ returnTo: grid.current })}
          >
            <BoardTable
              ref={grid}
              open={open}
              rows={rows}
              place={place}
              size={size}
              isEveryone={isEveryone}
              onPlace={setPlace}
              onOpen={acts.open}
              onRemoveRow={() => runCommand('evidence.remove')}
              onHypothesis={acts.onHypothesis}
            />
          </ContextMenuArea>
          {rows.length === 0 || size.columns === 0 ? (
            <NoEvidence open={open} />
          ) : (
            <>
              <div className={styles.add}>
                <Button variant="quiet" onPress={() => runCommand('board.evidence')}>
                  <Plus size={14} aria-hidden /> Add evidence…
                </Button>
                <Button variant="quiet" onPress={() => runCommand('board.hypothesis')}>
                  <Plus size={14} aria-hidden /> Add hypothesis…
                </Button>
              </div>
              <Probabilities open={open} />
            </>
          )}
        </div>
        <Foot />
      </Panel>
      <WhyPanel
        open={open}
        row={rows[place.row]}
        column={place.column}
        isShown={panel.isShown}
        onClose={() => panel.setIsShown(false)}
        onOpen={() => panel.leaveFor(() => runCommand('evidence.open'))}
        onLeave={() => panel.leaveFor(focusGrid)}
      />
    </>
  );
};
