import type { TaskRow } from '#domain/contract/task.ts';
import type { TaskId } from '#domain/ids.ts';
import { printPassage } from '#domain/memo/verbatim/print-quote.ts';
import { type Passage, passageWords } from '#domain/passage/passage.ts';
import { isOpenTask, type Task, type TaskPlace } from '#domain/task/task.ts';
import type { ArticleEntry, CatalogueState, MemoEntry } from '../catalogue-state.ts';
import { findById } from '../find-by-id.ts';

/** A task with the record that it is attached to. */
export type PlacedTask = { readonly task: Task; readonly place: TaskPlace };

const placeInArticle = ({ id: articleId }: ArticleEntry, { passageId }: Task): TaskPlace =>
  passageId === null ? { on: 'article', articleId } : { on: 'passage', articleId, passageId };

const placeInMemo = ({ memo }: MemoEntry): TaskPlace => ({ on: 'memo', memoId: memo.id });

/** Every task of the archive with its place, including deleted ones. */
export function* placedTasks({ articles, memos, lists }: CatalogueState): Generator<PlacedTask> {
  for (const entry of articles.values()) {
    for (const task of entry.tasks) yield { task, place: placeInArticle(entry, task) };
  }
  for (const entry of memos.values())
    for (const task of entry.tasks) yield { task, place: placeInMemo(entry) };
  for (const task of lists.tasks) yield { task, place: { on: 'nothing' } };
}

/** The place of each task, including deleted ones. */
export const placesOfTasks = (
  state: CatalogueState,
  ids: readonly TaskId[],
): ReadonlyMap<TaskId, TaskPlace> => {
  const asked = new Set(ids);
  const places = new Map<TaskId, TaskPlace>();
  for (const { task, place } of placedTasks(state)) if (asked.has(task.id)) places.set(task.id, place);
  return places;
};

const placeTitle = ({ articles, memos }: CatalogueState, place: TaskPlace): string | null => {
  if (place.on === 'nothing') return null;
  if (place.on === 'memo') return memos.get(place.memoId)?.memo.head.title ?? null;
  return articles.get(place.articleId)?.bibliography.title ?? null;
};

export const passageAt = ({ articles, stored }: CatalogueState, place: TaskPlace): Passage | null => {
  if (place.on !== 'passage' || !articles.has(place.articleId)) return null;
  return findById(stored.article(place.articleId).passages, place.passageId) ?? null;
};

/** Sorted by due date, those without one last; then in the order in which they were made. */
const byDue = ({ task: a }: PlacedTask, { task: b }: PlacedTask): number => {
  const [aDue, bDue] = [a.due ?? '~', b.due ?? '~'];
  if (aDue !== bDue) return aDue < bDue ? -1 : 1;
  return a.id < b.id ? -1 : 1;
};

export const taskRow = (state: CatalogueState, { task, place }: PlacedTask): TaskRow => {
  const passage = passageAt(state, place);
  const answer = task.answeredBy ? passageAt(state, { on: 'passage', ...task.answeredBy }) : null;
  return {
    task,
    place,
    placeTitle: placeTitle(state, place),
    quote: passage && passageWords(passage),
    printed: passage && printPassage(passage),
    tagIds: passage?.tagIds ?? [],
    answer: answer && printPassage(answer),
  };
};

/** The rows of the tasks that are not deleted; `isOpenOnly` leaves out finished and cancelled ones. */
export const taskRows = (state: CatalogueState, isOpenOnly: boolean): readonly TaskRow[] =>
  [...placedTasks(state)]
    .filter(({ task }) => (isOpenOnly ? isOpenTask(task) : task.deletedAt === null))
    .sort(byDue)
    .map((placed) => taskRow(state, placed));
