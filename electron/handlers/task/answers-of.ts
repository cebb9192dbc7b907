import type { TaskAnswers, TaskRow } from '#domain/contract/task.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { mayAnswer } from '#domain/task/may-answer.ts';

/** The tasks that `passage` answers, and the open gaps that it may answer, the latest first. */
export const answersOf = (passage: Passage, rows: readonly TaskRow[]): TaskAnswers => ({
  answered: rows.filter(({ task }) => task.answeredBy?.passageId === passage.id),
  mayAnswer: rows
    .filter((row) => mayAnswer(passage, row))
    .toSorted((a, b) => (a.task.createdAt < b.task.createdAt ? 1 : -1)),
});
