import { CalendarSync, CornerDownRight } from 'lucide-react';
import { type MouseEvent, memo, type Ref, useMemo, useRef, useState } from 'react';
import { commandOf } from '#domain/command/command-table.ts';
import { type TaskRow as TaskRowData, taskDelete, taskList } from '#domain/contract/task.ts';
import { isSettled } from '#domain/task/group-tasks.ts';
import { act } from '#renderer/bridge/act.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { runCommand, useCommand } from '#renderer/commands/commands.ts';
import { type ContextTarget, taskActs } from '#renderer/commands/context-menu.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { useFocusCommand } from '#renderer/commands/use-focus-command.ts';
import { CommandButton, CommandKbd } from '#renderer/parts/menu/CommandKbd.tsx';
import { ContextMenuArea } from '#renderer/parts/menu/ContextMenuArea.tsx';
import { RowsMenu } from '#renderer/parts/menu/RowsMenu.tsx';
import { AnswerDialog } from '#renderer/parts/task/AnswerDialog.tsx';
import { TaskEditor } from '#renderer/parts/task/TaskEditor.tsx';
import { TaskLine } from '#renderer/parts/task/TaskLine.tsx';
import { TaskRow } from '#renderer/parts/task/TaskRow.tsx';
import { taskAbout } from '#renderer/parts/task/task-about.ts';
import { completeTask, openPlace, setTaskState as setState } from '#renderer/parts/task/task-acts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { Option } from '#renderer/ui/choices/OptionItem.tsx';
import { Select } from '#renderer/ui/choices/Select.tsx';
import { ListEnd } from '#renderer/ui/collections/ListEnd.tsx';
import { FocusRow, type FocusRows, focusRowOf, useFocusRows } from '#renderer/ui/collections/rows.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Menu } from '#renderer/ui/overlays/Menu.tsx';
import { Page, PageCount, PageHead, PageSection } from '#renderer/ui/panes/Page.tsx';
import { SearchField } from '#renderer/ui/SearchField.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { useToday } from '#renderer/window/today.ts';
import { useGrowingWindow } from '#renderer/window/use-growing-window.ts';
import { useViewScroll, useViewState } from '#renderer/window/view-state.ts';
import {
  filterTasks,
  firstFilter,
  kindChoices,
  onChoices,
  ownerChoices,
  showsAllOpen,
  stateChoices,
  type TaskFilter,
} from './task-filter.ts';
import { firstOfSections, type TaskSection, taskSections } from './task-sections.ts';
import styles from './tasks.module.css';

/** A row has a checkbox, a menu and buttons: as many as fill a large window are rendered first, the rest in steps. */
const ROWS_STEP = 30;

const noRows: readonly TaskRowData[] = [];

const moveToTrash = async ({ task, place }: TaskRowData): Promise<void> => {
  const answer = await act(taskDelete, { place, taskId: task.id });
  if (!answer.ok) return;
  sayUndoable(`Moved to trash: ${task.title}`);
};

/** Answers the commands on the current task. */
const useTaskCommands = (
  row: TaskRowData | undefined,
  { edit, answer }: { readonly edit: () => void; readonly answer: () => void },
): void => {
  const isThere = row !== undefined;
  const withRow = (run: (row: TaskRowData) => void) => () => row && run(row);
  useCommand('task.done', withRow(completeTask), isThere);
  useCommand('task.edit', edit, isThere);
  useCommand('task.answer', answer, isThere && !isSettled(row.task));
  useCommand(
    'task.waiting',
    withRow((at) => setState(at, at.task.state === 'waiting' ? 'open' : 'waiting')),
    isThere && !isSettled(row.task),
  );
  useCommand(
    'task.cancel',
    withRow((at) => setState(at, 'cancelled')),
    isThere && !isSettled(row.task),
  );
  useCommand('task.place', withRow(openPlace), isThere && row.place.on !== 'nothing');
  useCommand(
    'task.delete',
    withRow((at) => void moveToTrash(at)),
    isThere,
  );
};

/** The task that the commands act on: the last one that had the focus. */
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
    <EmptyState title="No tasks match" actions={<Button onPress={onClear}>Show all open tasks</Button>} />
  ) : (
    <EmptyState
      title="No tasks yet"
      actions={
        <>
          <CommandButton command="task.new" isPrimary>
            New task
          </CommandButton>
          <CommandButton command="view.articles">Open articles</CommandButton>
        </>
      }
    >
      Tasks are what you still have to find out. On a passage, press <CommandKbd command="passage.task" />.
    </EmptyState>
  );

const commands = ['export.to-calendar', 'import.from-calendar'] as const;

/** Exports the tasks to a calendar, and imports them from it. */
const CalendarMenu = () => (
  <Menu
    label="Calendar"
    trigger={<IconButton icon={CalendarSync} label="Calendar" />}
    entries={commands.map((id) => ({ id, name: commandOf(id).name, run: () => runCommand(id) }))}
  />
);

type TaskFilterBarProps = {
  readonly filter: TaskFilter;
  readonly owners: readonly Option<string>[];
  readonly onChange: (filter: TaskFilter) => void;
  readonly ref: Ref<HTMLDivElement>;
};

/** Which tasks are shown. */
const TaskFilterBar = ({ filter, owners, onChange, ref }: TaskFilterBarProps) => {
  const choice = <Id extends string>(
    label: string,
    options: readonly Option<Id>[],
    value: Id,
    change: (id: Id) => Partial<TaskFilter>,
  ) => (
    <Select
      label={label}
      isLabelHidden
      isBare
      options={options}
      value={value}
      onChange={(id) => onChange({ ...filter, ...change(id) })}
    />
  );
  return (
    <div className={styles.filters} ref={ref}>
      <SearchField
        label="Filter the tasks"
        placeholder="Filter"
        value={filter.words}
        onChange={(words) => onChange({ ...filter, words })}
      />
      {choice('Which state', stateChoices, filter.state, (state) => ({ state }))}
      {choice('Which owner', owners, filter.owner, (owner) => ({ owner }))}
      {choice('Which kind', kindChoices, filter.kind, (kind) => ({ kind }))}
      {choice('On what', onChoices, filter.on, (on) => ({ on }))}
    </div>
  );
};

/** Tasks by when they are due; the field at the top adds one, `x` marks as done. */
export const TasksView = () => {
  const today = useToday();
  const scroll = useViewScroll('tasks');
  const [filter, setFilter] = useViewState('tasks.filter', firstFilter);
  const isOpenOnly = filter.state === 'open' || filter.state === 'waiting';
  const { data } = useQuery(taskList, { isOpenOnly }, { keepsPrevious: true });
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

  return (
    <Page ref={scroll} label="Tasks" width="medium">
      <PageHead
        acts={
          <>
            <RowsMenu />
            <CalendarMenu />
          </>
        }
      >
        <h1>Tasks {data !== undefined && <PageCount count={openCount} />}</h1>
      </PageHead>
      <div ref={line}>
        <TaskLine place={{ on: 'nothing' }} hasSigns />
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

type TaskGroupListProps = TaskSection & {
  /** The id of the task that the commands act on. */
  readonly atHand: string | null;
  readonly onAtHand: (id: string) => void;
  readonly focusRows: FocusRows;
};

type TaskItemProps = Pick<TaskGroupListProps, 'onAtHand' | 'focusRows'> & {
  readonly row: TaskRowData;
  readonly isAtHand: boolean;
};

/** `x` marks as done, Enter goes to its place. */
const TaskItem = memo(({ row, isAtHand, onAtHand, focusRows }: TaskItemProps) => (
  <FocusRow
    id={row.task.id}
    rows={focusRows}
    isCurrent={isAtHand}
    onFocus={() => onAtHand(row.task.id)}
    onEnter={() => openPlace(row)}
    letters={{ x: () => completeTask(row) }}
    className={styles.row}
  >
    <TaskRow
      task={row.task}
      place={row.place}
      about={taskAbout(row)}
      answer={row.answer}
      isGrouped
      acts={
        row.place.on !== 'nothing' && (
          <IconButton
            icon={CornerDownRight}
            label="Show in context"
            keys="Enter"
            isSmall
            onPress={() => openPlace(row)}
          />
        )
      }
    />
  </FocusRow>
));

const TaskGroupList = ({ id, name, count, rows, atHand, ...item }: TaskGroupListProps) => (
  <PageSection title={name} count={count.toLocaleString('en-GB')} isWarning={id === 'overdue'}>
    <ul className="plain-list">
      {rows.map((row) => (
        <TaskItem key={row.task.id} row={row} isAtHand={row.task.id === atHand} {...item} />
      ))}
    </ul>
  </PageSection>
);
