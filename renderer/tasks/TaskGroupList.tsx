import { CornerDownRight } from 'lucide-react';
import { type KeyboardEvent, memo } from 'react';
import type { TaskRow as TaskRowData } from '#domain/contract/rows.ts';
import { TaskRow } from '#renderer/parts/task/TaskRow.tsx';
import { taskAbout } from '#renderer/parts/task/task-about.ts';
import { IconButton } from '#renderer/ui/buttons/IconButton.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { openPlace } from './open-place.ts';
import type { TaskSection } from './task-sections.ts';
import styles from './tasks.module.css';
import { completeTask } from './use-task-commands.ts';

export type TaskGroupListProps = TaskSection & {
  /** The id of the task that the acts are done to. */
  readonly atHand: string | null;
  readonly onAtHand: (id: string) => void;
};

const focusBeside = (row: HTMLElement, by: -1 | 1): void => {
  const all = [...document.querySelectorAll<HTMLElement>('[data-task-row]')];
  all[all.indexOf(row) + by]?.focus();
};

const runFor = (key: string, rowElement: HTMLElement, row: TaskRowData): (() => void) | null => {
  switch (key) {
    case 'x':
      return () => completeTask(row);
    case 'Enter':
      return () => openPlace(row);
    case 'ArrowDown':
      return () => focusBeside(rowElement, 1);
    case 'ArrowUp':
      return () => focusBeside(rowElement, -1);
    default:
      return null;
  }
};

/** `x` done, Enter to its place, ↑ ↓ to the next; never while a field of the row is typed in. */
const takeKey = (event: KeyboardEvent<HTMLElement>, row: TaskRowData): void => {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
  const run = runFor(event.key, event.currentTarget, row);
  if (run === null) return;
  event.preventDefault();
  run();
};

type TaskItemProps = Pick<TaskGroupListProps, 'onAtHand'> & {
  readonly row: TaskRowData;
  readonly isAtHand: boolean;
};

const TaskItem = memo(({ row, isAtHand, onAtHand }: TaskItemProps) => (
  // A row takes letters of its own, so it has to take the focus.
  <li
    className={joinClasses(styles.row, isAtHand && styles.atHand)}
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    tabIndex={0}
    data-task-row={row.task.id}
    onFocus={() => onAtHand(row.task.id)}
    onKeyDown={(event) => takeKey(event, row)}
  >
    <TaskRow task={row.task} place={row.place} about={taskAbout(row)} />
    {row.place.on === 'nothing' ? (
      <span className={styles.noPlace} />
    ) : (
      <IconButton
        icon={CornerDownRight}
        label="Go to its place"
        keys="Enter"
        isSmall
        onPress={() => openPlace(row)}
      />
    )}
  </li>
));

export const TaskGroupList = ({ id, name, count, rows, atHand, onAtHand }: TaskGroupListProps) => (
  <section className={styles.group}>
    <h2 className={joinClasses(id === 'overdue' && styles.warning)}>
      {name} <span>{count.toLocaleString('en-GB')}</span>
    </h2>
    <ul className="plain-list">
      {rows.map((row) => (
        <TaskItem key={row.task.id} row={row} isAtHand={row.task.id === atHand} onAtHand={onAtHand} />
      ))}
    </ul>
  </section>
);
