import { sumToReview } from '#domain/contract/review-kinds.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { runOnceEnabled } from '#renderer/commands/commands.ts';
import { dismissReport, useReport } from '#renderer/parts/article/report.ts';
import { printLongDay } from '#renderer/parts/dates/print-date.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Page, PageHead } from '#renderer/ui/panes/Page.tsx';
import { goTo, goToView } from '#renderer/window/navigation.ts';
import { useToday } from '#renderer/window/today.ts';
import { useViewScroll } from '#renderer/window/view-state.ts';
import { FirstRun } from './FirstRun.tsx';
import { LateBackup } from './LateBackup.tsx';
import { TodayColumns } from './TodayColumns.tsx';
import styles from './today.module.css';
import { type TodayParts, useTodayParts } from './use-today-parts.ts';
import { WeekBack } from './WeekBack.tsx';

/** With more articles than a sample has, the archive is in use, and need not be asked. */
const MAX_SAMPLES = 3;

/** "5 due, 7 to review, 12 to read"; what there is none of is not counted. */
const lead = ({ overdue, due }: TodayParts, toReview: number, toRead: number): string => {
  const dueCount = overdue.length + due.length;
  const parts = [
    ...(dueCount === 0 ? [] : [`${dueCount} due`]),
    ...(toReview === 0 ? [] : [`${toReview} to review`]),
    ...(toRead === 0 ? [] : [`${toRead} to read`]),
  ];
  return parts.length === 0 ? 'Nothing due, to review or to read' : parts.join(', ');
};

/** What became of the last bulk import, until it is dismissed. */
const ImportReportLine = () => {
  const report = useReport((state) => state.report);
  if (report === null) return null;
  const count = (status: (typeof report)[number]['status']): number =>
    report.filter((outcome) => outcome.status === status).length;
  return (
    <div className={styles.report}>
      <p>
        Imported <strong>{count('imported')}</strong>, already here <strong>{count('duplicate')}</strong>,
        failed <strong>{count('failed')}</strong>
      </p>
      <Button isSmall onPress={() => goTo({ view: 'articles', isReport: true })}>
        Show the report
      </Button>
      <Button isSmall variant="quiet" onPress={dismissReport}>
        Dismiss
      </Button>
    </div>
  );
};

const newTask = (): void => {
  goToView('tasks');
  runOnceEnabled('task.new');
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
      <PageHead acts={counts.articles > 0 && <Button onPress={newTask}>New task</Button>}>
        <h1 className={styles.day}>{printLongDay(today)}</h1>
        <p className={styles.lead}>{lead(parts, sumToReview(counts.toReview), counts.unreadArticles)}</p>
      </PageHead>
      <ImportReportLine />
      <LateBackup />
      {counts.articles <= MAX_SAMPLES && <FirstRun />}
      {counts.articles > 0 && <TodayColumns parts={parts} counts={counts} today={today} />}
      {counts.articles > 0 && <WeekBack today={today} />}
    </Page>
  );
};
