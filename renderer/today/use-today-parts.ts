import { type ArticleRow, articleList } from '#domain/contract/article.ts';
import { type MemoRow, memoList } from '#domain/contract/memo.ts';
import { type ArticleMatch, searchMatching } from '#domain/contract/search.ts';
import { type TaskRow, taskList } from '#domain/contract/task.ts';
import { addDays } from '#domain/dates/calendar.ts';
import { groupTasks, type TaskGroup } from '#domain/task/group-tasks.ts';
import type { CalendarDate } from '#domain/time.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';

/** How many rows a part shows; the rest is one press away. */
export const MAX_SHOWN = 6;
/** For tasks that are not due yet. */
export const MAX_SOON = 3;
const DAYS_AHEAD = 7;

export type TodayParts = {
  readonly overdue: readonly TaskRow[];
  /** Due on this day. */
  readonly due: readonly TaskRow[];
  /** Due within the following seven days. */
  readonly soon: readonly TaskRow[];
  /** The first of them; their number is counted separately. */
  readonly unread: readonly ArticleRow[];
  /** The saved searches that find them. */
  readonly matches: readonly ArticleMatch[];
  readonly incomplete: readonly ArticleRow[];
  readonly drafts: readonly MemoRow[];
  /** Sent memos whose evidence has changed. */
  readonly changed: readonly MemoRow[];
};

const first = { order: 'newest', limit: MAX_SHOWN } as const;

const isWritten = ({ state }: MemoRow): boolean => state === 'draft' || state === 'in-review';

type ByDue = Pick<TodayParts, 'overdue' | 'due' | 'soon'>;

/** Open tasks by due date, the earliest first; later ones are in no part. */
export const splitByDue = (rows: readonly TaskRow[], today: CalendarDate): ByDue => {
  const groups = groupTasks(rows, ({ task }) => task, today);
  const of = (group: TaskGroup): readonly TaskRow[] => groups.get(group) ?? [];
  const end = addDays(today, DAYS_AHEAD);
  return {
    overdue: of('overdue'),
    due: of('today'),
    soon: [...of('this-week'), ...of('later')].filter(({ task }) => task.due !== null && task.due <= end),
  };
};

const useUnread = () => {
  const { data: unread } = useQuery(articleList, { ...first, filter: { state: 'unread' } });
  const articleIds = (unread ?? []).map(({ id }) => id);
  const { data: matches = [] } = useQuery(searchMatching, articleIds.length === 0 ? null : { articleIds }, {
    keepsPrevious: true,
  });
  return unread === undefined ? undefined : { unread, matches };
};

/** The content of the page; undefined until all of it has loaded, so that nothing jumps. */
export const useTodayParts = (today: CalendarDate): TodayParts | undefined => {
  const { data: tasks } = useQuery(taskList, { isOpenOnly: true });
  const { data: incomplete } = useQuery(articleList, {
    ...first,
    filter: { isCitationIncomplete: true, isCited: true },
  });
  const { data: memos } = useQuery(memoList, {});
  const unread = useUnread();
  if (tasks === undefined || unread === undefined || incomplete === undefined || memos === undefined) {
    return undefined;
  }
  return {
    ...splitByDue(tasks, today),
    ...unread,
    incomplete,
    drafts: memos.filter(isWritten),
    changed: memos.filter((row) => !isWritten(row) && row.changedEvidenceCount > 0),
  };
};
