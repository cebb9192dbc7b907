import type { RecordChange } from '#domain/archive/changes.ts';
import type { ArticleId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';
import type { Task } from '#domain/task/task.ts';
import type { Timestamp } from '#domain/time.ts';
import { recordChanges } from '../shared/record-changes.ts';

/** The changes that make tombstones of a passage and of the live ones among its article's `tasks` that are on it. */
export const deletionOf = (
  articleId: ArticleId,
  passage: Passage,
  tasks: readonly Task[],
  at: Timestamp,
): readonly RecordChange[] => {
  const file = { kind: 'annotations', articleId } as const;
  const gone = { deletedAt: at, updatedAt: at };
  const its = tasks.filter(({ passageId, deletedAt }) => passageId === passage.id && deletedAt === null);
  return [
    ...recordChanges(file, 'passages', passage, { ...passage, ...gone }),
    ...its.flatMap((task) => recordChanges(file, 'tasks', task, { ...task, ...gone })),
  ];
};
