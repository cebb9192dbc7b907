import { AlarmClock } from 'lucide-react';
import { taskGroupOf } from '#domain/task/group-tasks.ts';
import type { Task } from '#domain/task/task.ts';
import { useToday } from '#renderer/window/today.ts';
import { printDue } from '../dates/print-date.ts';
import styles from './task.module.css';

type DueTextProps = {
  readonly task: Pick<Task, 'due' | 'state'>;
  /** Whether it is below a heading with its period: the day is enough then. */
  readonly isGrouped?: boolean;
};

/** When a task is due. Overdue tasks have an icon and the word, not only a colour. */
export const DueText = ({ task, isGrouped = false }: DueTextProps) => {
  const today = useToday();
  if (task.due === null) return null;
  const group = taskGroupOf(task, today);
  const text = printDue(task.due, today);
  if (isGrouped && group === 'today') return null;
  if (isGrouped || group !== 'overdue') {
    return (
      <time className={group === 'today' ? styles.dueToday : styles.due} dateTime={task.due}>
        {text}
      </time>
    );
  }
  return (
    <time className={styles.overdue} dateTime={task.due}>
      <AlarmClock size={12} aria-hidden /> overdue, {text}
    </time>
  );
};
