import { CornerDownRight } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { TaskRow as TaskRowData } from '#domain/contract/rows.ts';
import { goTo } from '#renderer/bridge/navigation.ts';
import { TaskRow } from '#renderer/parts/TaskRow.tsx';
import { taskAbout } from '#renderer/parts/task-about.ts';
import { IconButton } from '#renderer/ui/buttons/IconButton.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import styles from './tasks.module.css';

export type TaskGroupListProps = {
  readonly name: string;
  readonly isWarning?: boolean;
  readonly rows: readonly TaskRowData[];
  readonly onComplete: (row: TaskRowData) => void;
};

/** Goes to what the task is on. */
const openPlace = ({ place }: TaskRowData): void => {
  if (place.on === 'passage') {
    goTo({ view: 'articles', articleId: place.articleId, passageId: place.passageId });
  }
  if (place.on === 'article') goTo({ view: 'articles', articleId: place.articleId });
  if (place.on === 'memo') goTo({ view: 'memos', memoId: place.memoId });
};

const focusBeside = (row: HTMLElement, by: -1 | 1): void => {
  const all = [...document.querySelectorAll<HTMLElement>('[data-task-row]')];
  all[all.indexOf(row) + by]?.focus();
};

const runFor = (
  key: string,
  rowElement: HTMLElement,
  row: TaskRowData,
  complete: () => void,
): (() => void) | null => {
  switch (key) {
    case 'x':
      return complete;
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
const takeKey = (event: KeyboardEvent<HTMLElement>, row: TaskRowData, complete: () => void): void => {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
  const run = runFor(event.key, event.currentTarget, row, complete);
  if (run === null) return;
  event.preventDefault();
  run();
};

export const TaskGroupList = ({ name, isWarning = false, rows, onComplete }: TaskGroupListProps) =>
  rows.length === 0 ? null : (
    <section className={styles.group}>
      <h2 className={joinClasses(isWarning && styles.warning)}>
        {name} <span>{rows.length}</span>
      </h2>
      <ul className="plain-list">
        {rows.map((row) => (
          // A row takes letters of its own, so it has to take the focus.
          <li
            key={row.task.id}
            className={styles.row}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
            tabIndex={0}
            data-task-row
            onKeyDown={(event) => takeKey(event, row, () => onComplete(row))}
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
        ))}
      </ul>
    </section>
  );
