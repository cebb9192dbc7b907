import type { Counts } from '#domain/contract/archive.ts';
import type { ReviewCounts } from '#domain/contract/review-kinds.ts';
import { isDue } from '#domain/task/group-tasks.ts';
import { isOpenTask, type Task } from '#domain/task/task.ts';
import type { CalendarDate, Timestamp } from '#domain/time.ts';
import { isLive, sameNames } from '#domain/tree/record-tree.ts';
import type { CatalogueState } from '../catalogue-state.ts';
import { countFalls } from '../graph/falls.ts';
import { passagesOf } from '../readings.ts';
import { isCitedIncompletely, stateOfReading, stateOfText } from './article/article-rows.ts';
import { placedTasks } from './task-rows.ts';
import { trashRows } from './trash-rows.ts';

const sum = <T>(items: Iterable<T>, countOf: (item: T) => number): number => {
  let total = 0;
  for (const item of items) total += countOf(item);
  return total;
};

/** The number of items in review:list that the catalogue knows; damage is only known where files are read. */
const countToReview = (state: CatalogueState): ReviewCounts => {
  const passages = { changed: 0, ambiguous: 0, orphaned: 0, moved: 0, nextToChange: 0, unchanged: 0 };
  for (const article of state.articles.values())
    for (const { unsettled } of passagesOf(state, article)) if (unsettled !== null) passages[unsettled] += 1;
  const { unchanged: _, ...carried } = passages;
  const { fallen, unsupported, changed: changedMemos } = countFalls(state);
  return {
    ...carried,
    'text-altered': sum(state.articles.values(), (entry) => (stateOfText(entry) === 'altered' ? 1 : 0)),
    conflict: 0,
    'copy-left': 0,
    'thing-lost': 0,
    'same-name': sameNames([...state.tags.values()]).length + sameNames([...state.sources.values()]).length,
    'file-repaired': 0,
    recovered: 0,
    'file-unreadable': 0,
    'translation-outdated': [...state.articles.values()].filter(
      ({ outdatedTranslations }) => outdatedTranslations > 0,
    ).length,
    fallen,
    'event-unsupported': unsupported,
    'evidence-changed': changedMemos,
    'citation-incomplete': sum(state.articles.values(), (entry) =>
      isCitedIncompletely(state, entry) ? 1 : 0,
    ),
  };
};

/** The number of records of each kind but boards, and the days of the open tasks that have one. */
export type Counted = Omit<Counts, 'dueTasks' | 'boards'> & {
  readonly dated: readonly Pick<Task, 'state' | 'due'>[];
};

/** How many there are of everything on the day `today`. */
export const countsOn = ({ dated, ...counts }: Counted, today: CalendarDate): Omit<Counts, 'boards'> => ({
  ...counts,
  dueTasks: dated.filter((task) => isDue(task, today)).length,
});

/** Counts everything that does not depend on the day. */
export const countAll = (state: CatalogueState): Counted => {
  const { articles, memos, sources, tags } = state;
  const open = [...placedTasks(state)].flatMap(({ task }) => (isOpenTask(task) ? task : []));
  return {
    articles: articles.size,
    unreadArticles: sum(articles.values(), (entry) => (stateOfReading(entry) === 'unread' ? 1 : 0)),
    passages: sum(articles.values(), (article) => passagesOf(state, article).length),
    memos: memos.size,
    openTasks: open.length,
    dated: open.flatMap(({ state: stands, due }) => (due === null ? [] : { state: stands, due })),
    sources: sum(sources.values(), (source) => (isLive(source) ? 1 : 0)),
    tags: sum(tags.values(), (tag) => (isLive(tag) ? 1 : 0)),
    events: state.events.byId.size + sum(articles.values(), ({ about }) => about.eventDates.length),
    trash: trashRows(state).length,
    toReview: countToReview(state),
  };
};

/** How many passages were added since an instant. */
export const countAddedSince = (state: CatalogueState, since: Timestamp): number =>
  sum(
    state.articles.values(),
    (article) => passagesOf(state, article).filter(({ createdAt }) => createdAt >= since).length,
  );

/** Whether any article or memo belongs to the sample. */
export const hasSample = ({ articles, memos }: CatalogueState): boolean =>
  [...articles.values()].some(({ about }) => about.isSample) ||
  [...memos.values()].some(({ memo }) => memo.isSample);
