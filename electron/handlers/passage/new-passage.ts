import { type PassageId, passageIdSchema, taskIdSchema } from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { newTask } from '#domain/task/new-task.ts';
import type { Task } from '#domain/task/task.ts';
import { type Timestamp, toTimestamp } from '#domain/time.ts';
import type { Machine } from '../../ports/machine.ts';

/** What is said of a passage when it is made. */
export type SaidOfPassage = Pick<
  Passage,
  'selectors' | 'label' | 'tagIds' | 'sourceId' | 'grade' | 'confirmedBecause' | 'manner' | 'basis' | 'note'
>;
export type SaidOfTask = Pick<Task, 'title' | 'kind' | 'due' | 'owner'>;

const passageOf = (id: PassageId, said: SaidOfPassage, at: Timestamp): Passage => ({
  id,
  ...said,
  relations: [],
  carriedFrom: null,
  createdAt: at,
  updatedAt: at,
  deletedAt: null,
});

/** A passage and the follow-ups on it, made at one instant. */
export const newPassage = (
  { newId, nowMs }: Machine,
  said: SaidOfPassage,
  saidOfTasks: readonly SaidOfTask[],
): { readonly passage: Passage; readonly tasks: readonly Task[] } => {
  const at = toTimestamp(nowMs());
  const passage = passageOf(passageIdSchema.parse(newId()), said, at);
  const tasks = saidOfTasks.map((task) =>
    newTask(taskIdSchema.parse(newId()), { ...task, passageId: passage.id }, at),
  );
  return { passage, tasks };
};
