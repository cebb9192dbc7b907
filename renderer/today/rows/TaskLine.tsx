import type { TaskRow as TaskRowData } from '#domain/contract/task.ts';
import { completeTask } from '#renderer/parts/task/complete-task.ts';
import { openPlace } from '#renderer/parts/task/open-place.ts';
import { TaskRow } from '#renderer/parts/task/TaskRow.tsx';
import { taskAbout } from '#renderer/parts/task/task-about.ts';
import { goToView } from '#renderer/window/navigation.ts';
import { TodayRow } from './TodayRow.tsx';

/** A task that is due. */
export const TaskLine = ({ row }: { readonly row: TaskRowData }) => (
  <TodayRow
    id={row.task.id}
    open={
      row.place.on === 'nothing'
        ? { name: 'Tasks', run: () => goToView('tasks') }
        : { name: 'Show', run: () => openPlace(row) }
    }
    acts={[{ name: 'Done', letter: 'x', run: () => completeTask(row) }]}
    isPlain={false}
  >
    <TaskRow task={row.task} place={row.place} about={taskAbout(row)} />
  </TodayRow>
);
