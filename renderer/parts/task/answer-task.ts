import type { TaskRow } from '#domain/contract/task.ts';
import type { Task } from '#domain/task/task.ts';
import { act } from '#renderer/bridge/act.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';

/** Makes a task done, as answered by a passage. Answers whether it is. */
export const answerTask = async (
  { task, place }: Pick<TaskRow, 'task' | 'place'>,
  answeredBy: NonNullable<Task['answeredBy']>,
): Promise<boolean> => {
  const change = { state: 'done', answeredBy } as const;
  const answer = await act('task:change', { place, taskId: task.id, change });
  if (answer.ok) sayUndoable(`Answered: ${task.title}`);
  return answer.ok;
};
