import type { TaskRow } from '#domain/contract/task.ts';
import { isSettled } from '#domain/task/group-tasks.ts';
import { act } from '#renderer/bridge/act.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { completeTask, setTaskState as setState } from '#renderer/parts/task/complete-task.ts';
import { openPlace } from '#renderer/parts/task/open-place.ts';

const moveToTrash = async ({ task, place }: TaskRow): Promise<void> => {
  const answer = await act('task:delete', { place, taskId: task.id });
  if (!answer.ok) return;
  sayUndoable(`Moved to trash: ${task.title}`);
};

/** Answers the commands on the task that is at hand. */
export const useTaskCommands = (
  row: TaskRow | undefined,
  { edit, answer }: { readonly edit: () => void; readonly answer: () => void },
): void => {
  const isThere = row !== undefined;
  const withRow = (run: (row: TaskRow) => void) => () => row && run(row);
  useCommand('task.done', withRow(completeTask), isThere);
  useCommand('task.edit', edit, isThere);
  useCommand('task.answer', answer, isThere && !isSettled(row.task));
  useCommand(
    'task.waiting',
    withRow((at) => setState(at, at.task.state === 'waiting' ? 'open' : 'waiting')),
    isThere && !isSettled(row.task),
  );
  useCommand(
    'task.cancel',
    withRow((at) => setState(at, 'cancelled')),
    isThere && !isSettled(row.task),
  );
  useCommand('task.place', withRow(openPlace), isThere && row.place.on !== 'nothing');
  useCommand(
    'task.delete',
    withRow((at) => void moveToTrash(at)),
    isThere,
  );
};
