/** Requests on follow-ups, and their rows in lists. */
import { z } from 'zod';
import { exactPartial } from '../exact-partial.ts';
import { newTaskIdSchema, type TagId, taskIdSchema } from '../ids.ts';
import { repeatSchema } from '../task/repeat.ts';
import { type Task, type TaskPlace, taskPlaceSchema, taskSchema } from '../task/task.ts';
import { newTask, onPassage } from './inputs.ts';
import { defineRequest, edit, indexQuery, query, type } from './request.ts';

export type TaskRow = {
  readonly task: Task;
  readonly place: TaskPlace;
  /** The title of the article or memo that the task is on. */
  readonly placeTitle: string | null;
  /** The passage that the task is on: verbatim, see passageWords, and with its marks, see printPassage. */
  readonly quote: string | null;
  readonly printed: string | null;
  /** The tags of that passage. */
  readonly tagIds: readonly TagId[];
  /** The passage that answers it, in quotation marks; null if there is none, or it is gone. */
  readonly answer: string | null;
};

/** The tasks that have to do with a passage as an answer. */
export type TaskAnswers = {
  readonly answered: readonly TaskRow[];
  /** See mayAnswer. */
  readonly mayAnswer: readonly TaskRow[];
};

const recordsOfPlace = (place: TaskPlace): readonly string[] => {
  switch (place.on) {
    case 'passage':
      return [place.passageId];
    case 'article':
      return [place.articleId];
    case 'memo':
      return [place.memoId];
    case 'nothing':
      return [];
  }
};

const onTask = z.strictObject({ place: taskPlaceSchema, taskId: taskIdSchema });

export const taskList = defineRequest(
  'task:list',
  indexQuery({
    input: z.strictObject({ isOpenOnly: z.boolean() }),
    output: type<readonly TaskRow[]>(),
    topics: ['tasks', 'articles', 'passages', 'memos'],
    isSought: false,
    says: 'All tasks, or the open ones.',
  }),
);

export const taskAnswers = defineRequest(
  'task:answers',
  query({
    input: onPassage,
    output: type<TaskAnswers | null>(),
    topics: ['tasks', 'articles', 'passages', 'memos'],
    says: 'The tasks that the passage answers or may answer; null where it is not there (yet, or any more).',
  }),
);

export const taskAdd = defineRequest(
  'task:add',
  edit({
    input: z.strictObject({ place: taskPlaceSchema, taskId: newTaskIdSchema, task: newTask }),
    output: type<Task>(),
    touches: ({ taskId, place }) => [taskId, ...recordsOfPlace(place)],
    supersedes: 'nothing',
    makes: 'taskId',
    says: 'Adds a task to a passage, an article, a memo, or to nothing.',
  }),
);

export const taskChange = defineRequest(
  'task:change',
  edit({
    input: onTask.extend({
      change: exactPartial(
        taskSchema.pick({ title: true, kind: true, state: true, due: true, owner: true }).extend({
          repeat: repeatSchema.nullable(),
          answeredBy: taskSchema.shape.answeredBy.unwrap().nullable(),
        }),
      ),
    }),
    output: type<Task>(),
    touches: ({ taskId, place }) => [taskId, ...recordsOfPlace(place)],
    supersedes: { on: ['taskId'], fieldsOf: 'change' },
    says: 'Changes the fields of the task that are given; one that comes again is followed by the next when it is done.',
  }),
);

export const taskDelete = defineRequest(
  'task:delete',
  edit({
    input: onTask,
    output: type<null>(),
    touches: ({ taskId, place }) => [taskId, ...recordsOfPlace(place)],
    supersedes: 'nothing',
    takesAway: true,
    says: 'Moves the task to the trash.',
  }),
);

export const taskRequests = [taskList, taskAnswers, taskAdd, taskChange, taskDelete] as const;
