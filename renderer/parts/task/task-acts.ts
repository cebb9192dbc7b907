import { type TaskRow, taskChange } from '#domain/contract/task.ts';
import type { Task, TaskState } from '#domain/task/task.ts';
import { act } from '#renderer/bridge/act.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { goTo } from '#renderer/window/navigation.ts';

export const setTaskState = ({ task, place }: TaskRow, state: TaskState): void =>
  void act(taskChange, { place, taskId: task.id, change: { state } });

/** Marks it as done, or reopens it. */
export const completeTask = (row: TaskRow): void =>
  setTaskState(row, row.task.state === 'done' ? 'open' : 'done');

/** Marks a task as done, answered by a passage. Returns whether that worked. */
export const answerTask = async (
  { task, place }: Pick<TaskRow, 'task' | 'place'>,
  answeredBy: NonNullable<Task['answeredBy']>,
): Promise<boolean> => {
  const change = { state: 'done', answeredBy } as const;
  const answer = await act(taskChange, { place, taskId: task.id, change });
  if (answer.ok) sayUndoable(`Answered: ${task.title}`);
  return answer.ok;
};

/** Goes to the task's place. */
export const openPlace = ({ place }: TaskRow): void => {
  if (place.on === 'passage') {
    goTo({ view: 'articles', articleId: place.articleId, passageId: place.passageId });
  }
  if (place.on === 'article') goTo({ view: 'articles', articleId: place.articleId });
  if (place.on === 'memo') goTo({ view: 'memos', memoId: place.memoId });
};
