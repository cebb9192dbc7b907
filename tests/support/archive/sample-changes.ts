/** Changes of records, as a handler returns them. */
import type { MutableFile, RecordChange } from '#domain/archive/changes.ts';
import type { Event } from '#domain/event/event.ts';
import type { ArticleId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';
import type { Source } from '#domain/source/source.ts';
import type { Tag } from '#domain/tag/tag.ts';
import type { Task } from '#domain/task/task.ts';

export const annotationsOf = (articleId: ArticleId): MutableFile => ({ kind: 'annotations', articleId });

export const addSource = (source: Source): RecordChange => ({
  type: 'record',
  file: { kind: 'sources' },
  collection: 'sources',
  recordId: source.id,
  before: null,
  after: source,
});
export const addTag = (tag: Tag): RecordChange => changeTag(null, tag);
export const changeTag = (before: Tag | null, after: Tag | null): RecordChange => ({
  type: 'record',
  file: { kind: 'tags' },
  collection: 'tags',
  recordId: (after ?? before)?.id ?? '',
  before,
  after,
});

export const changeEvent = (before: Event | null, after: Event | null): RecordChange => ({
  type: 'record',
  file: { kind: 'events' },
  collection: 'events',
  recordId: (after ?? before)?.id ?? '',
  before,
  after,
});

/** Adds a task to the archive, or to `file`. */
export const addTask = (task: Task, file: MutableFile = { kind: 'tasks' }): RecordChange => ({
  type: 'record',
  file,
  collection: 'tasks',
  recordId: task.id,
  before: null,
  after: task,
});

export const changePassage = (
  articleId: ArticleId,
  before: Passage | null,
  after: Passage | null,
): RecordChange => ({
  type: 'record',
  file: annotationsOf(articleId),
  collection: 'passages',
  recordId: (after ?? before)?.id ?? '',
  before,
  after,
});
