import { Plus } from 'lucide-react';
import { type BoardListRow, boardList, boardOpen } from '#domain/contract/board.ts';
import type { BoardId } from '#domain/ids.ts';
import { printCount } from '#domain/print-count.ts';
import type { CalendarDate } from '#domain/time.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { askForBoard } from '#renderer/parts/board/ask-for-board.tsx';
import { printInstantDay } from '#renderer/parts/dates/print-date.ts';
import { CommandButton, CommandKbd } from '#renderer/parts/menu/CommandKbd.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { ButtonRow, RowBody } from '#renderer/ui/collections/rows.tsx';
import { Page, PageCount, PageHead } from '#renderer/ui/panes/Page.tsx';
import { Panel } from '#renderer/ui/panes/Panel.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import { useToday } from '#renderer/window/today.ts';
import { BoardPage } from './BoardPage.tsx';

/** "3 hypotheses · 9 pieces of evidence · 26 of 27 cells filled · with K. Osei". */
const factsOf = ({ hypotheses, evidenceCount, cellCount, filled, others }: BoardListRow): string =>
  [
    printCount(hypotheses.length, 'hypothesis', 'hypotheses'),
    printCount(evidenceCount, 'piece of evidence', 'pieces of evidence'),
    ...(cellCount === 0 ? [] : [`${filled} of ${printCount(cellCount, 'cell')} filled`]),
    ...(others.length === 0 ? [] : [`with ${others.map((name) => name || 'an unnamed analyst').join(', ')}`]),
  ].join(' · ');

const BoardItem = ({ row, today }: { readonly row: BoardListRow; readonly today: CalendarDate }) => (
  <ButtonRow onPress={() => goTo({ view: 'boards', boardId: row.id })}>
    <RowBody
      title={row.question}
      meta={factsOf(row)}
      facts={<time dateTime={row.updatedAt}>{printInstantDay(row.updatedAt, today)}</time>}
    />
  </ButtonRow>
);

const NoBoards = () => (
  <EmptyState
    title="No boards yet"
    actions={
      <CommandButton command="board.new" isPrimary>
        New board…
      </CommandButton>
    }
  >
    A board holds a question, its possible answers, and what each passage would look like under each. On a
    passage, press <CommandKbd command="passage.board" /> to add it to a board.
  </EmptyState>
);

const BoardList = () => {
  const { data } = useQuery(boardList, {});
  const today = useToday();
  if (data === undefined) return <Page label="Boards" width="medium" />;
  const { boards, unreadable } = data;
  return (
    <Page label="Boards" width="medium">
      <PageHead
        acts={
          boards.length > 0 && (
            <Button onPress={() => askForBoard()}>
              <Plus size={14} aria-hidden /> New board…
            </Button>
          )
        }
      >
        <h1>Boards {boards.length > 0 && <PageCount count={boards.length} />}</h1>
      </PageHead>
      {unreadable > 0 && <p>{printCount(unreadable, 'board')} can’t be read. See Review.</p>}
      {boards.length === 0 && <NoBoards />}
      <ul className="plain-list">
        {boards.map((row) => (
          <li key={row.id}>
            <BoardItem row={row} today={today} />
          </li>
        ))}
      </ul>
    </Page>
  );
};

/** One board, or why it can't be opened. */
const BoardOfPlace = ({ boardId }: { readonly boardId: BoardId }) => {
  const { data, error } = useQuery(boardOpen, { boardId });
  if (data !== undefined) return <BoardPage open={data} />;
  if (error === undefined)
    return (
      <Panel label="Board" kind="page">
        {null}
      </Panel>
    );
  const { title, text } = errorWords(error);
  return (
    <Panel label="Board" kind="page">
      <EmptyState
        title={title}
        actions={<Button onPress={() => goTo({ view: 'boards', boardId: null })}>All boards</Button>}
      >
        {text}
      </EmptyState>
    </Panel>
  );
};

/** All boards, or the open one. */
export const BoardsView = ({ boardId }: { readonly boardId: BoardId | null }) => {
  useCommand('board.new', () => askForBoard());
  return boardId === null ? <BoardList /> : <BoardOfPlace key={boardId} boardId={boardId} />;
};
