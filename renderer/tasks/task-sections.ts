import type { TaskRow } from '#domain/contract/task.ts';
import { groupTasks, isSettled, type TaskGroup, taskGroups } from '#domain/task/group-tasks.ts';
import type { CalendarDate } from '#domain/time.ts';

/** A part of the view under one heading. */
export type TaskSection = {
  readonly id: TaskGroup | 'settled';
  readonly name: string;
  /** How many tasks it has, including those not rendered yet. */
  readonly count: number;
  readonly rows: readonly TaskRow[];
};

const names: Readonly<Record<TaskSection['id'], string>> = {
  overdue: 'Overdue',
  today: 'Today',
  'this-week': 'This week',
  later: 'Later',
  'no-date': 'No date',
  waiting: 'Waiting',
  settled: 'Done and cancelled',
};

/** The tasks by when they are due, then done and cancelled ones; without empty sections. */
export const taskSections = (rows: readonly TaskRow[], today: CalendarDate): readonly TaskSection[] => {
  const groups = groupTasks(rows, ({ task }) => task, today);
  const settled = rows.filter(({ task }) => isSettled(task));
  return [...taskGroups, 'settled' as const]
    .map((id) => ({ id, rows: id === 'settled' ? settled : (groups.get(id) ?? []) }))
    .filter((section) => section.rows.length > 0)
    .map((section) => ({ ...section, name: names[section.id], count: section.rows.length }));
};

/** The sections with only the first `limit` rows in total; each keeps its whole count. */
export const firstOfSections = (sections: readonly TaskSection[], limit: number): readonly TaskSection[] => {
  let left = limit;
  return sections.flatMap((section) => {
    const rows = section.rows.slice(0, Math.max(0, left));
    left -= rows.length;
    return rows.length === 0 ? [] : [{ ...section, rows }];
  });
};
