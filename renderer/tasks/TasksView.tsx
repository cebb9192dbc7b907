import { useMemo } from 'react';
import type { TaskRow as TaskRowData } from '#domain/contract/rows.ts';
import { groupTasks, type TaskGroup, taskGroups } from '#domain/task/group-tasks.ts';
import { act } from '#renderer/bridge/act.ts';
import { useStatusItems } from '#renderer/bridge/status-line.ts';
import { useToday } from '#renderer/bridge/today.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useKept, useKeptScroll } from '#renderer/bridge/view-memory.ts';
import { TaskLine } from '#renderer/parts/TaskLine.tsx';
import { Switch } from '#renderer/ui/fields/Switch.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { TaskGroupList } from './TaskGroupList.tsx';
import styles from './tasks.module.css';

const groupNames: Readonly<Record<TaskGroup, string>> = {
  overdue: 'Overdue',
  today: 'Today',
  'this-week': 'This week',
  later: 'Later',
  'no-date': 'No date',
  waiting: 'Waiting',
};

const noRows: readonly TaskRowData[] = [];

const complete = ({ task, place }: TaskRowData): void => {
  const state = task.state === 'done' ? 'open' : 'done';
  void act('task:change', { place, taskId: task.id, change: { state } });
};

/** Follow-ups by when they are due; a line at the top makes one, `x` is done. */
export const TasksView = () => {
  const today = useToday();
  const scroll = useKeptScroll('tasks');
  const [hasDone, setHasDone] = useKept('tasks.hasDone', false);
  const { data } = useQuery('task:list', { isOpenOnly: !hasDone }, { keepsPrevious: true });
  const rows = data ?? noRows;
  const groups = useMemo(() => groupTasks(rows, ({ task }) => task, today), [rows, today]);
  const settled = rows.filter(({ task }) => task.state === 'done' || task.state === 'cancelled');
  useStatusItems(data === undefined ? [] : [{ text: `${rows.length - settled.length} open tasks` }]);

  return (
    <section className={styles.page} ref={scroll} aria-label="Tasks" data-pane tabIndex={-1}>
      <div className={styles.inner}>
        <header className={styles.head}>
          <h1>Tasks</h1>
          <Switch isSelected={hasDone} onChange={setHasDone}>
            Show done
          </Switch>
        </header>
        <TaskLine place={{ on: 'nothing' }} />
        {data !== undefined && rows.length === 0 && (
          <EmptyState title="No follow-ups">Press f on a passage, or type one above.</EmptyState>
        )}
        {taskGroups.map((group) => (
          <TaskGroupList
            key={group}
            name={groupNames[group]}
            isWarning={group === 'overdue'}
            rows={groups.get(group) ?? noRows}
            onComplete={complete}
          />
        ))}
        {hasDone && <TaskGroupList name="Done and cancelled" rows={settled} onComplete={complete} />}
      </div>
    </section>
  );
};
