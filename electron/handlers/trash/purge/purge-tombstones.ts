import type { MutableFile, RecordChange } from '#domain/archive/changes.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ArticleId, FormId, MemoId } from '#domain/ids.ts';
import type { OwnForm } from '#domain/memo/form/form.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { ok, type Result } from '#domain/result.ts';
import type { Source } from '#domain/source/source.ts';
import type { Tag } from '#domain/tag/tag.ts';
import type { Task } from '#domain/task/task.ts';
import type { Timestamp } from '#domain/time.ts';
import type { Archive, ArchiveReader } from '#electron/ports/archive.ts';

/** The files in which tombstones are known to stand; those of tags, sources and tasks are always looked into. */
export type TombstoneFiles = {
  readonly articleIds: readonly ArticleId[];
  readonly memoIds: readonly MemoId[];
  readonly formIds: readonly FormId[];
};

/** Whether something goes that lies in the trash, or went there with what does. */
export type IsGoing = (lying: { readonly id: string; readonly deletedAt: Timestamp }) => boolean;

/** Which tombstones go, and what of them is held all the same. */
export type Purging = {
  readonly isGoing: IsGoing;
  readonly isHeld: (id: string) => boolean;
};

type Purgeable = { tags: Tag; sources: Source; tasks: Task; passages: Passage; forms: OwnForm };

/** The changes that take the tombstones of a collection out of its file, but for those that are held. */
const purgesOf = <C extends keyof Purgeable>(
  file: MutableFile,
  collection: C,
  records: readonly Purgeable[C][],
  { isGoing, isHeld }: Purging,
): readonly RecordChange[] =>
  records
    .filter(({ id, deletedAt }) => deletedAt !== null && isGoing({ id, deletedAt }) && !isHeld(id))
    // The union is by collection: that the record is of `collection` is said by the parameters.
    .map(
      (before) =>
        ({ type: 'record', file, collection, recordId: before.id, before, after: null }) as RecordChange,
    );

const purgesOfLists = async (
  reader: ArchiveReader,
  purging: Purging,
): Promise<Result<readonly RecordChange[], AppError>> => {
  const tags = await reader.tags();
  if (!tags.ok) return tags;
  const sources = await reader.sources();
  if (!sources.ok) return sources;
  const tasks = await reader.tasks();
  if (!tasks.ok) return tasks;
  return ok([
    ...purgesOf({ kind: 'tags' }, 'tags', tags.value.tags, purging),
    ...purgesOf({ kind: 'sources' }, 'sources', sources.value.sources, purging),
    ...purgesOf({ kind: 'tasks' }, 'tasks', tasks.value.tasks, purging),
  ]);
};

const purgesOfArticle = async (
  reader: ArchiveReader,
  articleId: ArticleId,
  purging: Purging,
): Promise<Result<readonly RecordChange[], AppError>> => {
  const annotations = await reader.annotations(articleId);
  if (!annotations.ok) return annotations;
  const file = { kind: 'annotations', articleId } as const;
  const { passages, tasks } = annotations.value;
  const held = passages.filter(({ id, deletedAt }) => deletedAt !== null && purging.isHeld(id));
  // What went with a passage that is held comes back with it.
  const wentWithHeld = (task: Task): boolean =>
    held.some(({ id, deletedAt }) => id === task.passageId && deletedAt === task.deletedAt);
  const free = tasks.filter((task) => !wentWithHeld(task));
  return ok([...purgesOf(file, 'passages', passages, purging), ...purgesOf(file, 'tasks', free, purging)]);
};

const purgesOfMemo = async (
  reader: ArchiveReader,
  memoId: MemoId,
  purging: Purging,
): Promise<Result<readonly RecordChange[], AppError>> => {
  const memo = await reader.memo(memoId);
  return memo.ok ? ok(purgesOf({ kind: 'memo', memoId }, 'tasks', memo.value.tasks, purging)) : memo;
};

const purgesOfForm = async (
  reader: ArchiveReader,
  formId: FormId,
  purging: Purging,
): Promise<Result<readonly RecordChange[], AppError>> => {
  const file = await reader.form(formId);
  if (!file.ok) return file;
  const forms = file.value === null ? [] : [file.value];
  return ok(purgesOf({ kind: 'form', formId }, 'forms', forms, purging));
};

/**
 * Takes tombstones out of their files for ever, but for those that are held. It is one act: where a file can't be
 * read or written, nothing goes.
 */
export const purgeTombstones = (
  archive: Pick<Archive, 'perform'>,
  { articleIds, memoIds, formIds }: TombstoneFiles,
  purging: Purging,
): Promise<Result<null, AppError>> =>
  archive.perform(
    async (reader) => {
      const parts = [
        await purgesOfLists(reader, purging),
        ...(await Promise.all(articleIds.map((id) => purgesOfArticle(reader, id, purging)))),
        ...(await Promise.all(formIds.map((id) => purgesOfForm(reader, id, purging)))),
        ...(await Promise.all(memoIds.map((id) => purgesOfMemo(reader, id, purging)))),
      ];
      const changes: RecordChange[] = [];
      for (const part of parts) {
        if (!part.ok) return part;
        changes.push(...part.value);
      }
      return ok({ value: null, name: 'empty-trash', changes });
    },
    { isFinal: true },
  );
