import { printCount } from '../print-count.ts';
import type { CalendarDate } from '../time.ts';
import { isDue } from './group-tasks.ts';
import type { Task } from './task.ts';

/** What the system tells of the tasks of a day: a line, and a line below it. */
export type DueNotice = { readonly title: string; readonly text: string };

type Due = Pick<Task, 'title' | 'state' | 'due'>;

const printCounts = (today: number, overdue: number): string => {
  if (overdue === 0) return `${printCount(today, 'task')} due today`;
  if (today === 0) return `${printCount(overdue, 'task')} overdue`;
  return `${printCount(today, 'task')} due today, ${overdue} overdue`;
};

/**
 * What to tell of the tasks that are due on `today` or were before; null where none is. One task alone is named, but
 * not that of an encrypted archive: the system shows it on a locked screen, and keeps it.
 */
export const dueNotice = (
  tasks: readonly Due[],
  today: CalendarDate,
  { isEncrypted }: { readonly isEncrypted: boolean },
): DueNotice | null => {
  const due = tasks.filter((task) => isDue(task, today));
  const [first] = due;
  if (first === undefined) return null;
  const overdue = due.filter((task) => task.due !== today).length;
  const title = printCounts(due.length - overdue, overdue);
  return { title, text: due.length === 1 && !isEncrypted ? first.title : '' };
};
