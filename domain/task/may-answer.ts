import type { Passage } from '../passage/passage.ts';
import { isOpenTask, type Task } from './task.ts';

type Asked = {
  readonly task: Pick<Task, 'kind' | 'state' | 'deletedAt' | 'createdAt' | 'passageId'>;
  /** Of the passage that the task is on. */
  readonly tagIds: readonly string[];
};

/**
 * Whether a passage may close a gap that is open: it was highlighted after the gap was seen, elsewhere, and one of its
 * tags stands on the passage that the gap is about. It is offered, and never taken for an answer.
 */
export const mayAnswer = (
  { id, tagIds, createdAt }: Pick<Passage, 'id' | 'tagIds' | 'createdAt'>,
  { task, tagIds: asked }: Asked,
): boolean =>
  task.kind === 'gap' &&
  isOpenTask(task) &&
  task.passageId !== id &&
  createdAt > task.createdAt &&
  asked.some((tagId) => tagIds.some((own) => own === tagId));
