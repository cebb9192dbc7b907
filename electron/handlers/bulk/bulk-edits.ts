/** What each bulk change does to one passage: the rules are those of the single acts. */
import type { RecordChange, StepName } from '#domain/archive/changes.ts';
import type { AnnotationsFile } from '#domain/archive/files.ts';
import type { BulkChange } from '#domain/contract/bulk-change.ts';
import type { AppError } from '#domain/contract/errors.ts';
import { type ArticleId, type TagId, taskIdSchema } from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { ok, type Result } from '#domain/result.ts';
import { type RichText, richTextFromPlain } from '#domain/rich-text.ts';
import { offeredLetter } from '#domain/source/offered-letter.ts';
import { indexSources } from '#domain/source/source-tree.ts';
import { indexTags, resolveTag, type TagTree } from '#domain/tag/tag-tree.ts';
import { newTask } from '#domain/task/new-task.ts';
import type { Timestamp } from '#domain/time.ts';
import { gradeAsWished } from '#domain/tradecraft/grade-wish.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import type { Machine } from '#electron/ports/machine.ts';
import { deletionOf } from '../passage/delete-passage.ts';
import { gradeOf } from '../passage/grading.ts';
import { liveSourceId, liveTagIds } from '../shared/live-references.ts';
import { recordChanges } from '../shared/record-changes.ts';

/** A passage as it stands, in its article's file. */
export type BulkTarget = {
  readonly articleId: ArticleId;
  readonly passage: Passage;
  readonly annotations: AnnotationsFile;
};

/** The changes of one passage, made at `at`. */
export type BulkEdit = (target: BulkTarget, at: Timestamp) => readonly RecordChange[];

type Kind = BulkChange['does'];
type ChangeOf<K extends Kind> = Extract<BulkChange, { does: K }>;

export const bulkStepNames: Readonly<Record<Kind, StepName>> = {
  label: 'relabel-passages',
  tag: 'tag-passages',
  source: 'source-passages',
  grade: 'grade-passages',
  note: 'note-passages',
  task: 'add-tasks',
  delete: 'delete-passages',
};

/** An edit that changes the passage's own record. */
const changing =
  (changeOf: (target: BulkTarget) => Partial<Passage>): BulkEdit =>
  (target, at) => {
    const { articleId, passage } = target;
    const after = { ...passage, ...changeOf(target), updatedAt: at };
    return recordChanges({ kind: 'annotations', articleId }, 'passages', passage, after);
  };

/** Tags that are not spoken of stay as they are written, those in the trash too. */
const tagsAfter = (
  tags: TagTree,
  before: readonly TagId[],
  add: readonly TagId[],
  removed: ReadonlySet<TagId>,
): TagId[] => {
  const liveId = (id: TagId): TagId | undefined => resolveTag(tags, id)?.id;
  const kept = before.filter((id) => !removed.has(liveId(id) ?? id));
  const carried = new Set(kept.map(liveId));
  return [...kept, ...add.filter((id) => !carried.has(id))];
};

const appendNote = (before: RichText | null, text: string): RichText | null => {
  const added = richTextFromPlain(text);
  if (before === null || added === null) return before ?? added;
  return { ...before, content: [...before.content, ...added.content] };
};

type Preparation = Promise<Result<BulkEdit, AppError>>;

const prepareTagging = async (reader: ArchiveReader, { add, remove }: ChangeOf<'tag'>): Preparation => {
  const live = await liveTagIds(reader, add);
  if (!live.ok) return live;
  const file = await reader.tags();
  if (!file.ok) return file;
  const tags = indexTags(file.value.tags);
  const removed = new Set(remove.map((id) => resolveTag(tags, id)?.id ?? id));
  return ok(changing(({ passage }) => ({ tagIds: tagsAfter(tags, passage.tagIds, live.value, removed) })));
};

const prepareSpeaker = async (reader: ArchiveReader, { sourceId }: ChangeOf<'source'>): Preparation => {
  const live = await liveSourceId(reader, sourceId);
  return live.ok ? ok(changing(() => ({ sourceId: live.value }))) : live;
};

/** Where the digit stays, so does the reason that stands beside it. */
const prepareGrading = async (
  reader: ArchiveReader,
  { grade: wish, confirmedBecause }: ChangeOf<'grade'>,
): Preparation => {
  const file = await reader.sources();
  if (!file.ok) return file;
  const sources = indexSources(file.value.sources);
  return ok(
    changing(({ passage, annotations }) => {
      const offered = offeredLetter(sources, passage, annotations.about.publicationId);
      const why = wish.credibility === 'own' ? passage.confirmedBecause : confirmedBecause;
      return gradeOf(gradeAsWished(passage.grade, wish, offered), why);
    }),
  );
};

const addingTask =
  ({ newId }: Machine, { task: said }: ChangeOf<'task'>): BulkEdit =>
  ({ articleId, passage }, at) => {
    const task = newTask(taskIdSchema.parse(newId()), { ...said, passageId: passage.id }, at);
    return recordChanges({ kind: 'annotations', articleId }, 'tasks', null, task);
  };

/** The edit that `change` asks for. Fails `not-found` for a tag or a source that is gone. */
export const prepareBulkEdit = async (
  reader: ArchiveReader,
  machine: Machine,
  change: BulkChange,
): Preparation => {
  switch (change.does) {
    case 'label':
      return ok(changing(() => ({ label: change.label })));
    case 'tag':
      return prepareTagging(reader, change);
    case 'source':
      return prepareSpeaker(reader, change);
    case 'grade':
      return prepareGrading(reader, change);
    case 'note':
      return ok(changing(({ passage }) => ({ note: appendNote(passage.note, change.text) })));
    case 'task':
      return ok(addingTask(machine, change));
    case 'delete':
      return ok(({ articleId, passage, annotations }, at) =>
        deletionOf(articleId, passage, annotations.tasks, at),
      );
  }
};
