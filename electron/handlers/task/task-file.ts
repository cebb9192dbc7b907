import type { MutableFile } from '#domain/archive/changes.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { PassageId } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import type { Task, TaskPlace } from '#domain/task/task.ts';
import type { ArchiveReader } from '../../ports/archive.ts';
import { notFound } from '../shared/failures.ts';

/** The file in which the tasks of a place are kept, with all the tasks that stand in it. */
export type TaskFile = {
  readonly file: MutableFile;
  readonly tasks: readonly Task[];
  /** The passage of the place, if it is one. */
  readonly passageId: PassageId | null;
};

const onArticle = async (
  reader: ArchiveReader,
  place: Extract<TaskPlace, { on: 'passage' | 'article' }>,
): Promise<Result<TaskFile, AppError>> => {
  const annotations = await reader.annotations(place.articleId);
  if (!annotations.ok) return annotations;
  const file = { kind: 'annotations', articleId: place.articleId } as const;
  const { tasks, passages } = annotations.value;
  if (place.on === 'article') return ok({ file, tasks, passageId: null });
  return passages.some(({ id }) => id === place.passageId)
    ? ok({ file, tasks, passageId: place.passageId })
    : notFound('passage', place.passageId);
};

/** Where the tasks of `place` are kept. The article, passage or memo of the place must be there. */
export const taskFileOf = async (
  reader: ArchiveReader,
  place: TaskPlace,
): Promise<Result<TaskFile, AppError>> => {
  if (place.on === 'passage' || place.on === 'article') return onArticle(reader, place);
  if (place.on === 'memo') {
    const memo = await reader.memo(place.memoId);
    if (!memo.ok) return memo;
    return ok({
      file: { kind: 'memo', memoId: place.memoId },
      tasks: memo.value.tasks,
      passageId: null,
    });
  }
  const file = await reader.tasks();
  return file.ok ? ok({ file: { kind: 'tasks' }, tasks: file.value.tasks, passageId: null }) : file;
};
