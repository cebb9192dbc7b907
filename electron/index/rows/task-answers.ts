import type { TaskAnswers } from '#domain/contract/task.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { mayAnswer } from '#domain/task/may-answer.ts';
import { isOpenTask } from '#domain/task/task.ts';
import type { CatalogueState } from '../catalogue-state.ts';
import { type PlacedTask, passageAt, placedTasks, taskRow } from './task-rows.ts';

/** The fields of a passage that determine which tasks it answers. */
type AnsweringPassage = Pick<Passage, 'id' | 'tagIds' | 'createdAt'>;

const isOpenGap = ({ task }: PlacedTask): boolean => task.kind === 'gap' && isOpenTask(task);

/**
 * The tasks that a passage answers, and the open gaps that it may answer, the latest first. Of all tasks only the open
 * gaps are compared, and rows are made only for the results.
 */
export const taskAnswers = (state: CatalogueState, passage: AnsweringPassage): TaskAnswers => {
  const tasks = [...placedTasks(state)];
  const answered = tasks.filter(
    ({ task }) => task.deletedAt === null && task.answeredBy?.passageId === passage.id,
  );
  const open = passage.tagIds.length === 0 ? [] : tasks.filter(isOpenGap);
  const asked = open.filter(({ task, place }) =>
    mayAnswer(passage, { task, tagIds: passageAt(state, place)?.tagIds ?? [] }),
  );
  return {
    answered: answered.map((each) => taskRow(state, each)),
    mayAnswer: asked
      .toSorted((a, b) => (a.task.createdAt < b.task.createdAt ? 1 : -1))
      .map((each) => taskRow(state, each)),
  };
};
