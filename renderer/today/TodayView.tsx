import type { Counts } from '#domain/contract/archive.ts';
import type { ArticleRow } from '#domain/contract/article.ts';
import type { MemoRow } from '#domain/contract/memo.ts';
import { sumOfNeeds } from '#domain/contract/need-kinds.ts';
import type { TaskRow as TaskRowData } from '#domain/contract/task.ts';
import { isDue } from '#domain/task/group-tasks.ts';
import type { CalendarDate } from '#domain/time.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { LateBackup } from '#renderer/parts/backup/LateBackup.tsx';
import { printLongDay } from '#renderer/parts/dates/print-date.ts';
import { TaskRow } from '#renderer/parts/task/TaskRow.tsx';
import { taskAbout } from '#renderer/parts/task/task-about.ts';
import { Page } from '#renderer/ui/pages/Page.tsx';
import { PageHead } from '#renderer/ui/pages/PageHead.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import { useToday } from '#renderer/window/today.ts';
import { useViewScroll } from '#renderer/window/view-state.ts';
import { ArticleLine } from './ArticleLine.tsx';
import { FirstRun } from './FirstRun.tsx';
import { ImportReportLine } from './ImportReportLine.tsx';
import { MemoLine } from './MemoLine.tsx';
import { NeedsBlock } from './NeedsBlock.tsx';
import { TodayBlock } from './TodayBlock.tsx';
import styles from './today.module.css';

const MAX_SHOWN = 6;
/** With more articles than a sample has, the archive is in use, and need not be asked. */
const MAX_SAMPLES = 3;

type TodayParts = {
  readonly due: readonly TaskRowData[];
  /** The first of them: how many there are is counted apart. */
  readonly unread: readonly ArticleRow[];
  readonly incomplete: readonly ArticleRow[];
  readonly memos: readonly MemoRow[];
};

const lead = ({ due }: TodayParts, needsYou: number, unread: number): string => {
  const parts = [
    due.length === 0 ? 'Nothing due' : `${due.length} due`,
    needsYou === 0 ? 'nothing to review' : `${needsYou} to review`,
  ];
  return `${parts.join(', ')}. ${unread} unread.`;
};

const TodayColumns = ({
  parts,
  counts,
  today,
}: {
  readonly parts: TodayParts;
  readonly counts: Counts;
  readonly today: CalendarDate;
}) => (
  <div className={styles.columns}>
    <TodayBlock
      title="Due and overdue"
      count={parts.due.length}
      empty="Nothing is due."
      onAll={() => goTo({ view: 'tasks' })}
    >
      {parts.due.slice(0, MAX_SHOWN).map((row) => (
        <TaskRow key={row.task.id} task={row.task} place={row.place} about={taskAbout(row)} />
      ))}
    </TodayBlock>
    <TodayBlock
      title="Unread"
      count={counts.unreadArticles}
      empty="Everything is read."
      onAll={() => goTo({ view: 'articles' })}
    >
      {parts.unread.map((row) => (
        <ArticleLine key={row.id} row={row} today={today} />
      ))}
    </TodayBlock>
    <NeedsBlock needs={counts.needs} incomplete={parts.incomplete} />
    <TodayBlock
      title="Drafts"
      count={parts.memos.length}
      empty="No draft is open."
      onAll={() => goTo({ view: 'memos' })}
    >
      {parts.memos.slice(0, MAX_SHOWN).map((row) => (
        <MemoLine key={row.id} row={row} today={today} />
      ))}
    </TodayBlock>
  </div>
);

const first = { order: 'newest', limit: MAX_SHOWN } as const;

const useTodayParts = (today: CalendarDate): TodayParts | undefined => {
  const { data: tasks } = useQuery('task:list', { isOpenOnly: true });
  const { data: unread } = useQuery('article:list', { ...first, filter: { state: 'unread' } });
  const { data: incomplete } = useQuery('article:list', {
    ...first,
    filter: { isCitationIncomplete: true, isCited: true },
  });
  const { data: memos } = useQuery('memo:list', {});
  if (tasks === undefined || unread === undefined || incomplete === undefined || memos === undefined) {
    return undefined;
  }
  return {
    due: tasks
      .filter(({ task }) => isDue(task, today))
      .toSorted((a, b) => (a.task.due ?? '').localeCompare(b.task.due ?? '')),
    unread,
    incomplete,
    memos: memos.filter(({ state, changedEvidenceCount }) => state === 'draft' || changedEvidenceCount > 0),
  };
};

/** The start of a day: what is due, what is new, what is broken, what is being written. */
export const TodayView = () => {
  const today = useToday();
  const scroll = useViewScroll('today');
  const parts = useTodayParts(today);
  const { data: counts } = useQuery('counts:get', {});
  if (parts === undefined || counts === undefined) return <Page label="Today" width="wide" />;
  return (
    <Page ref={scroll} label="Today" width="wide">
      <PageHead>
        <h1 className={styles.day}>{printLongDay(today)}</h1>
        <p className={styles.lead}>{lead(parts, sumOfNeeds(counts.needs), counts.unreadArticles)}</p>
      </PageHead>
      <ImportReportLine />
      <LateBackup />
      {counts.articles <= MAX_SAMPLES && <FirstRun />}
      {counts.articles > 0 && <TodayColumns parts={parts} counts={counts} today={today} />}
    </Page>
  );
};
