import { CornerDownRight } from 'lucide-react';
import { memo } from 'react';
import type { TaskRow as TaskRowData } from '#domain/contract/task.ts';
import { TaskRow } from '#renderer/parts/task/TaskRow.tsx';
import { taskAbout } from '#renderer/parts/task/task-about.ts';
import { completeTask, openPlace } from '#renderer/parts/task/task-acts.ts';
import { FocusRow, type FocusRows } from '#renderer/ui/collections/rows.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { PageSection } from '#renderer/ui/panes/Page.tsx';
import type { TaskSection } from './task-sections.ts';
import styles from './tasks.module.css';

export type TaskGroupListProps = TaskSection & {
  /** The id of the task that the acts are done to. */
  readonly atHand: string | null;
  readonly onAtHand: (id: string) => void;
  readonly focusRows: FocusRows;
};

type TaskItemProps = Pick<TaskGroupListProps, 'onAtHand' | 'focusRows'> & {
  readonly row: TaskRowData;
  readonly isAtHand: boolean;
};

/** `x` done, Enter to its place. */
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

export const TaskGroupList = ({ id, name, count, rows, atHand, ...item }: TaskGroupListProps) => (
  <PageSection title={name} count={count.toLocaleString('en-GB')} isWarning={id === 'overdue'}>
    <ul className="plain-list">
      {rows.map((row) => (
        <TaskItem key={row.task.id} row={row} isAtHand={row.task.id === atHand} {...item} />
      ))}
    </ul>
  </PageSection>
);
