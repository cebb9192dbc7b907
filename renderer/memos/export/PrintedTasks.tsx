import type { TaskId } from '#domain/ids.ts';
import type { Task } from '#domain/task/task.ts';
import { DueText } from '#renderer/parts/task/DueText.tsx';
import { Checkbox } from '#renderer/ui/choices/Checkbox.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import styles from './choice.module.css';

export type PrintedTasksProps = {
  /** Tasks of the memo and of what it cites. */
  readonly tasks: readonly Task[];
  readonly printed: readonly TaskId[];
  readonly onChange: (printed: TaskId[]) => void;
};

/** Tasks: none is printed that was not ticked, alone or with all others. */
export const PrintedTasks = ({ tasks, printed, onChange }: PrintedTasksProps) => {
  const ids = tasks.map(({ id }) => id);
  const count = ids.filter((id) => printed.includes(id)).length;
  const areAll = count > 0 && count === ids.length;
  return (
    <>
      <Checkbox
        isDisabled={ids.length === 0}
        isSelected={areAll}
        isIndeterminate={count > 0 && !areAll}
        onChange={() => onChange(areAll ? [] : [...new Set([...printed, ...ids])])}
      >
        <span className={styles.part}>
          Tasks{' '}
          <span className={joinClasses('clipped', styles.detail)}>
            {ids.length === 0 ? 'none' : `${count} of ${ids.length}`}
          </span>
        </span>
      </Checkbox>
      {ids.length > 0 && (
        <fieldset className={styles.tasks} aria-label="Tasks to print">
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
        </fieldset>
      )}
    </>
  );
};
