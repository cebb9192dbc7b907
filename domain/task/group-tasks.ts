import { endOfWeek } from '../dates/calendar.ts';
import type { CalendarDate } from '../time.ts';
import type { Task } from './task.ts';

/** The groups of the task view, in its order. */
export const taskGroups = ['overdue', 'today', 'this-week', 'later', 'no-date', 'waiting'] as const;
export type TaskGroup = (typeof taskGroups)[number];

type Timed = Pick<Task, 'state' | 'due'>;

/**
 * The group in which a task stands on `today`, or null where it is done or cancelled. What waits for someone else
 * is kept apart whatever its date. The week ends on Sunday.
 */
export const taskGroupOf = ({ state, due }: Timed, today: CalendarDate): TaskGroup | null => {
  if (state === 'waiting') return 'waiting';
  if (state !== 'open') return null;
  if (due === null) return 'no-date';
  if (due <= today) return due < today ? 'overdue' : 'today';
  return due <= endOfWeek(today) ? 'this-week' : 'later';
};

/** Whether nothing is left to do. */
export const isSettled = ({ state }: Pick<Task, 'state'>): boolean =>
  state === 'done' || state === 'cancelled';

/** Whether an open task is due on `today` or was due before. */
export const isDue = (task: Timed, today: CalendarDate): boolean => {
  const group = taskGroupOf(task, today);
  return group === 'overdue' || group === 'today';
};

/** The earlier due first; what has no date last. */
const byDue = (a: Timed, b: Timed): number => {
  if (a.due === b.due) return 0;
  if (a.due === null || b.due === null) return a.due === null ? 1 : -1;
  return a.due < b.due ? -1 : 1;
};

/** The items by group, in the order of the view: the earlier due first, else in the order given. */
export const groupTasks = <Item>(
  items: readonly Item[],
  taskOf: (item: Item) => Timed,
  today: CalendarDate,
): ReadonlyMap<TaskGroup, readonly Item[]> => {
  const sorted = items.toSorted((a, b) => byDue(taskOf(a), taskOf(b)));
  return new Map(
    taskGroups.map((group) => [group, sorted.filter((item) => taskGroupOf(taskOf(item), today) === group)]),
  );
};
