import type { Change } from '#domain/archive/changes.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { makeTodo, takeTodo } from '#domain/exchange/lay-todo.ts';
import { ok, type Result } from '#domain/result.ts';
import type { TaskPlace } from '#domain/task/task.ts';
import { toTimestamp } from '#domain/time.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import type { Machine } from '#electron/ports/machine.ts';
import { recordChanges } from '../../shared/record-changes.ts';
import type { EditCounts } from '../../shared/tree-outcomes.ts';
import { changesOfTask, type TaskFile, taskFileOf } from '../../task/task-file.ts';
import type { PlannedTodo } from './plan-todos.ts';

export type TakenTodos = { readonly changes: readonly Change[]; readonly counts: EditCounts };

type Found = Result<TaskFile, AppError>;

/** The files of the places, each read once. */
const filesOf = (reader: ArchiveReader): ((place: TaskPlace) => Promise<Found>) => {
  const read = new Map<string, Promise<Found>>();
  return (place) => {
    const key = JSON.stringify(place);
    const found = read.get(key) ?? taskFileOf(reader, place);
    read.set(key, found);
    return found;
  };
};

const takeKnown = (
  machine: Machine,
  { file, tasks }: TaskFile,
  { todo, taskId }: PlannedTodo,
): readonly Change[] => {
  const task = tasks.find(({ id, deletedAt }) => id === taskId && deletedAt === null);
  if (task === undefined) return [];
  const after = takeTodo(task, todo, toTimestamp(machine.nowMs()));
  return changesOfTask(machine, { file, tasks, task }, after).changes;
};

const takeNew = (
  { nowMs }: Machine,
  { file, tasks }: TaskFile,
  { todo, taskId }: PlannedTodo,
): readonly Change[] => {
  const task = makeTodo(taskId, todo, toTimestamp(nowMs()));
  const isThere = tasks.some(({ id }) => id === taskId);
  return task === null || isThere ? [] : recordChanges(file, 'tasks', null, task);
};

/**
 * Lays the to-dos over the tasks as they now stand. A task that is gone since it was planned is left alone, as is one
 * that was made meanwhile.
 */
export const takeTodos = async (
  reader: ArchiveReader,
  machine: Machine,
  planned: readonly PlannedTodo[],
): Promise<Result<TakenTodos, AppError>> => {
  const fileOf = filesOf(reader);
  const [made, changed]: [Change[][], Change[][]] = [[], []];
  for (const each of planned.filter(({ row }) => row.becomes === 'new' || row.becomes === 'changed')) {
    const found = await fileOf(each.place ?? { on: 'nothing' });
    if (!found.ok) return found;
    const [take, taken] = each.place === null ? [takeNew, made] : [takeKnown, changed];
    const changes = take(machine, found.value, each);
    if (changes.length > 0) taken.push([...changes]);
  }
  return ok({
    changes: [...made, ...changed].flat(),
    counts: { made: made.length, changed: changed.length },
  });
};
