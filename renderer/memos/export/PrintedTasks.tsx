import type { TaskId } from '#domain/ids.ts';
import type { Task } from '#domain/task/task.ts';
import { DueText } from '#renderer/parts/task/DueText.tsx';
import { Checkbox } from '#renderer/ui/choices/Checkbox.tsx';
import styles from './export.module.css';

export type PrintedTasksProps = {
  readonly tasks: readonly Task[];
  readonly printed: readonly TaskId[];
  readonly onChange: (printed: TaskId[]) => void;
};

/** Follow-ups of the memo and of what it cites: none is printed that was not ticked. */
export const PrintedTasks = ({ tasks, printed, onChange }: PrintedTasksProps) => (
  <fieldset className={styles.tasks}>
    <legend className={styles.legend}>Follow-ups that are printed</legend>
    {tasks.length === 0 && <p className={styles.quiet}>None is on the memo or on what it cites.</p>}
    {tasks.map((task) => (
      <Checkbox
        key={task.id}
        isSelected={printed.includes(task.id)}
        onChange={(isPrinted) =>
          onChange(isPrinted ? [...printed, task.id] : printed.filter((id) => id !== task.id))
        }
      >
        <span className={styles.task}>
          {task.title} <DueText task={task} />
        </span>
      </Checkbox>
    ))}
    <p className={styles.quiet}>Notes are never printed.</p>
  </fieldset>
);
