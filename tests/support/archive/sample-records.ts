/** Records for tests of storage. All are valid; a test states what matters to it. */
import type { Input } from '#domain/contract/requests.ts';
import { edtfSchema } from '#domain/dates/when/edtf.ts';
import type { Event } from '#domain/event/event.ts';
import {
  type ArticleId,
  type PassageId,
  passageIdSchema,
  sourceIdSchema,
  tagIdSchema,
  taskIdSchema,
} from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';
import type { Source } from '#domain/source/source.ts';
import { newTag, type Tag } from '#domain/tag/tag.ts';
import type { Task } from '#domain/task/task.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { calendarDateSchema } from '#domain/time.ts';
import { ungraded } from '#domain/tradecraft/grade.ts';
import { newEventId, newSampleId, sampleTime } from './sample-ids.ts';

export const sampleTag = (name: string, changed: Partial<Tag> = {}): Tag => ({
  ...newTag(tagIdSchema.parse(newSampleId()), name, null, sampleTime),
  ...changed,
});

export const sampleSource = (name: string, changed: Partial<Source> = {}): Source => ({
  id: sourceIdSchema.parse(newSampleId()),
  kind: 'person',
  name,
  parentId: null,
  aliases: [],
  reliability: 'B',
  reliabilityHistory: [{ at: sampleTime, from: null, to: 'B', why: '' }],
  descriptor: { access: 'first hand', possibleBias: 'spokesman' },
  positions: [],
  mergedInto: null,
  createdAt: sampleTime,
  updatedAt: sampleTime,
  deletedAt: null,
  ...changed,
});

export const sampleTask = (title: string, changed: Partial<Task> = {}): Task => ({
  id: taskIdSchema.parse(newSampleId()),
  passageId: null,
  title,
  kind: 'verify',
  state: 'open',
  due: calendarDateSchema.parse('2024-04-26'),
  owner: null,
  createdAt: sampleTime,
  updatedAt: sampleTime,
  completedAt: null,
  deletedAt: null,
  ...changed,
});

/** An event that no passage reports. */
export const sampleEvent = (title: string, changed: Partial<Event> = {}): Event => ({
  ...{ id: newEventId(), date: edtfSchema.parse('2024-04-19'), certainty: 'stated', title },
  ...{ concernedIds: [], sayings: [], note: '', mergedInto: null },
  ...{ createdAt: sampleTime, updatedAt: sampleTime, deletedAt: null },
  ...changed,
});

export const samplePassage = (exact: string, changed: Partial<Passage> = {}): Passage => ({
  id: passageIdSchema.parse(newSampleId()),
  selectors: [
    {
      quote: { exact, prefix: 'officials said in the capital on', suffix: 'and gave no further details to' },
      occurrence: null,
      position: { start: 120, end: 120 + [...exact].length },
    },
  ],
  label: 'claim',
  tagIds: [],
  sourceId: null,
  concernedIds: [],
  grade: { reliability: 'B', credibility: 3 },
  confirmedBecause: null,
  manner: 'direct',
  basis: 'on-record',
  note: {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'To be checked.' }] }],
  },
  relations: [],
  carriedFrom: null,
  createdAt: sampleTime,
  updatedAt: sampleTime,
  deletedAt: null,
  ...changed,
});

/** Highlights `ranges` as a claim without further details. */
export const bareAdding = (
  articleId: ArticleId,
  passageId: PassageId,
  ranges: readonly TextRange[],
): Input<'passage:add'> => ({
  articleId,
  passageId,
  ranges: [...ranges],
  label: 'claim',
  tagIds: [],
  sourceId: null,
  concernedIds: [],
  grade: ungraded,
  manner: null,
  basis: null,
  note: null,
  tasks: [],
});
