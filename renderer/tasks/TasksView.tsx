import { type MouseEvent, useMemo, useRef, useState } from 'react';
import type { TaskRow as TaskRowData } from '#domain/contract/task.ts';
import { printCount } from '#domain/print-count.ts';
import { isSettled } from '#domain/task/group-tasks.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { type ContextTarget, taskActs } from '#renderer/commands/context-menu.ts';
import { useFocusCommand } from '#renderer/commands/use-focus-command.ts';
import { ContextMenuArea } from '#renderer/parts/menu/ContextMenuArea.tsx';
import { AnswerDialog } from '#renderer/parts/task/answer/AnswerDialog.tsx';
import { TaskEditor } from '#renderer/parts/task/TaskEditor.tsx';
import { TaskLine } from '#renderer/parts/task/TaskLine.tsx';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { ListEnd } from '#renderer/ui/collections/ListEnd.tsx';
import { Page } from '#renderer/ui/pages/Page.tsx';
import { PageHead } from '#renderer/ui/pages/PageHead.tsx';
import { focusRowOf } from '#renderer/ui/rows/FocusRow.tsx';
import { useFocusRows } from '#renderer/ui/rows/use-focus-rows.ts';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { useStatusItems } from '#renderer/window/status-line.ts';
import { useToday } from '#renderer/window/today.ts';
import { useGrowingWindow } from '#renderer/window/use-growing-window.ts';
import { useViewScroll, useViewState } from '#renderer/window/view-state.ts';
import { CalendarMenu } from './CalendarMenu.tsx';
import { TaskFilterBar } from './TaskFilterBar.tsx';
import { TaskGroupList } from './TaskGroupList.tsx';
import { filterTasks, firstFilter, ownerChoices, showsAllOpen } from './task-filter.ts';
import { firstOfSections, taskSections } from './task-sections.ts';
import { useTaskCommands } from './use-task-commands.ts';

/** A row has a box, a menu and buttons: twice what fits a large window is drawn before it is shown. */
const ROWS_STEP = 50;

const noRows: readonly TaskRowData[] = [];

/** The task that the acts are done to: the one that had the focus last. */
const useTaskAtHand = (rows: readonly TaskRowData[]) => {
  const [atHand, setAtHand] = useState<string | null>(null);
  const [asking, setAsking] = useState<'edit' | 'answer' | null>(null);
  const row = rows.find(({ task }) => task.id === atHand);
  useTaskCommands(row, { edit: () => setAsking('edit'), answer: () => setAsking('answer') });
  const Asked = asking === 'edit' ? TaskEditor : AnswerDialog;
  const editor = asking !== null && row !== undefined && (
    <Asked task={row.task} place={row.place} onClose={() => setAsking(null)} />
  );
  return { atHand, onAtHand: setAtHand, editor };
};

const selectTaskAt = (event: MouseEvent, onAtHand: (id: string) => void): ContextTarget | null => {
  const row = focusRowOf(event);
  if (row?.dataset.rowId === undefined) return null;
  onAtHand(row.dataset.rowId);
  return { returnTo: row };
};

type NoTasksProps = { readonly isFiltered: boolean; readonly onClear: () => void };

const NoTasks = ({ isFiltered, onClear }: NoTasksProps) =>
  isFiltered ? (
    <EmptyState title="No tasks match">
      <Button onPress={onClear}>Show all open tasks</Button>
    </EmptyState>
  ) : (
    <EmptyState title="No follow-ups">Press f on a passage, or type one above.</EmptyState>
  );

/** Follow-ups by when they are due; a line at the top makes one, `x` is done. */
export const TasksView = () => {
  const today = useToday();
  const scroll = useViewScroll('tasks');
  const [filter, setFilter] = useViewState('tasks.filter', firstFilter);
  const isOpenOnly = filter.state === 'open' || filter.state === 'waiting';
  const { data } = useQuery('task:list', { isOpenOnly }, { keepsPrevious: true });
  const all = data ?? noRows;
  const rows = useMemo(() => filterTasks(all, filter), [all, filter]);
  const finder = useRef<HTMLDivElement>(null);
  useFocusCommand('edit.find', finder);
  const { editor, ...marks } = useTaskAtHand(rows);
  const line = useRef<HTMLDivElement>(null);
  useFocusCommand('task.new', line);
  const sections = useMemo(() => taskSections(rows, today), [rows, today]);
  const ordered = useMemo(() => sections.flatMap((section) => section.rows), [sections]);
  const { shown, hasMore, showMore } = useGrowingWindow('tasks', ordered, {
    inSight: ordered.findIndex(({ task }) => task.id === marks.atHand),
    step: ROWS_STEP,
  });
  const focusRows = useFocusRows(
    useMemo(() => ordered.map(({ task }) => task.id), [ordered]),
    marks.onAtHand,
  );
  const openCount = all.filter(({ task }) => !isSettled(task)).length;
  useStatusItems(data === undefined ? [] : [{ text: printCount(openCount, 'open task') }]);

  return (
    <Page ref={scroll} label="Tasks" width="medium">
      <PageHead acts={<CalendarMenu />}>
        <h1>Tasks</h1>
      </PageHead>
      <div ref={line}>
        <TaskLine place={{ on: 'nothing' }} />
      </div>
      <TaskFilterBar
        ref={finder}
        filter={filter}
        owners={ownerChoices(all, filter.owner)}
        onChange={setFilter}
      />
      {data !== undefined && rows.length === 0 && (
        <NoTasks isFiltered={!showsAllOpen(filter)} onClear={() => setFilter(firstFilter)} />
      )}
      <ContextMenuArea
        acts={taskActs}
        className="no-box"
        onContextTarget={(event) => selectTaskAt(event, marks.onAtHand)}
      >
        {firstOfSections(sections, shown.length).map((section) => (
          <TaskGroupList key={section.id} {...section} {...marks} focusRows={focusRows} />
        ))}
        {hasMore && <ListEnd onReach={showMore} />}
      </ContextMenuArea>
      {editor}
    </Page>
  );
};
