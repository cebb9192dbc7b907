import { TriangleAlert } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { countsGet, countsSince } from '#domain/contract/archive.ts';
import { type BackupState, backupDecline, backupState } from '#domain/contract/backup.ts';
import { memoList } from '#domain/contract/memo.ts';
import { sumToReview } from '#domain/contract/review-kinds.ts';
import { printCount } from '#domain/print-count.ts';
import type { CalendarDate } from '#domain/time.ts';
import { act } from '#renderer/bridge/act.ts';
import { useAppState } from '#renderer/bridge/app-state.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useAreListsKnown, useArticlesRead } from '#renderer/bridge/use-so-far.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { chooseArticles } from '#renderer/parts/article/article-choice.ts';
import { dismissReport, useReport } from '#renderer/parts/article/report.ts';
import { backUpNow, chooseBackupFolder } from '#renderer/parts/back-up.ts';
import { printLongDay } from '#renderer/parts/dates/print-date.ts';
import { beginOfWeekBack, firstDayOfWeekBack } from '#renderer/parts/dates/week-back.ts';
import { RowsMenu } from '#renderer/parts/menu/RowsMenu.tsx';
import { shownText } from '#renderer/parts/search/saved-search-acts.ts';
import { showSettings } from '#renderer/parts/show-settings.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Page, PageHead, PageSection } from '#renderer/ui/panes/Page.tsx';
import { goTo, goToView, type ViewId } from '#renderer/window/navigation.ts';
import { useToday } from '#renderer/window/today.ts';
import { setViewState, useViewScroll } from '#renderer/window/view-state.ts';
import { FirstArchive, FirstRun } from './FirstRun.tsx';
import { TodayColumns } from './TodayColumns.tsx';
import styles from './today.module.css';
import { type TodayParts, useTodayParts } from './use-today-parts.ts';

/** With more articles than a sample has, the archive is in use, and needs no further check. */
const MAX_SAMPLES = 3;

/** "5 due, 7 to review, 12 to read", without zero counts. */
const lead = ({ overdue, due }: TodayParts, toReview: number, toRead: number): string => {
  const dueCount = overdue.length + due.length;
  const parts = [
    ...(dueCount === 0 ? [] : [`${dueCount} due`]),
    ...(toReview === 0 ? [] : [`${toReview} to review`]),
    ...(toRead === 0 ? [] : [`${toRead} to read`]),
  ];
  return parts.length === 0 ? 'Nothing due, to review or to read' : parts.join(', ');
};

/** The outcome of the last bulk import, until it is dismissed. */
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

const newTask = (): void => void runCommand('task.new');

/** Placeholder rows of one part. */
const BlankRows = ({ title, widths }: { readonly title: string; readonly widths: readonly number[] }) => (
  <PageSection title={title}>
    <div aria-hidden>
      {widths.map((width) => (
        <div key={width} className={styles.blankRow}>
          <i style={{ width: `${width}%` }} />
          <i style={{ width: `${Math.round(width * 0.7)}%` }} />
        </div>
      ))}
    </div>
  </PageSection>
);

/** Placeholder for the day until it has loaded: without counts or choices. */
const WaitingDay = ({ today }: { readonly today: CalendarDate }) => {
  const progress = useAppState(({ readProgress }) => readProgress);
  const read = useArticlesRead();
  return (
    <Page label="Today" width="wide">
      <PageHead acts={<Button onPress={newTask}>New task</Button>}>
        <h1 className={styles.day}>{printLongDay(today)}</h1>
        <div className={joinClasses(styles.lead, styles.waiting)} role="status">
          {progress !== null && (
            <>
              <progress
                value={progress.read}
                max={Math.max(1, progress.total)}
                aria-label="Loading articles"
              />{' '}
              Loading {read}…
            </>
          )}
        </div>
      </PageHead>
      <div className={joinClasses(styles.columns, styles.waiting)} aria-busy>
        <div className="page-column">
          <BlankRows title="Tasks" widths={[44, 56, 35, 50, 39, 53]} />
        </div>
        <div className="page-column">
          <BlankRows title="To read" widths={[88, 70, 80]} />
          <BlankRows title="To review" widths={[58, 72, 50]} />
        </div>
      </div>
    </Page>
  );
};

/** The start of a day: what is due, what is new, what needs repair, and drafts. */
export const TodayView = () => {
  const today = useToday();
  const scroll = useViewScroll('today');
  const parts = useTodayParts(today);
  const { data: counts } = useQuery(countsGet, {});
  const isKnown = useAreListsKnown(counts);
  if (!isKnown || parts === undefined || counts === undefined) return <WaitingDay today={today} />;
  return (
    <Page ref={scroll} label="Today" width="wide">
      <PageHead
        acts={
          counts.articles > 0 && (
            <>
              <RowsMenu />
              <Button onPress={newTask}>New task</Button>
            </>
          )
        }
      >
        <h1 className={styles.day}>{printLongDay(today)}</h1>
        <p className={styles.lead}>{lead(parts, sumToReview(counts.toReview), counts.unreadArticles)}</p>
      </PageHead>
      <ImportReportLine />
      <LateBackup />
      {counts.articles <= MAX_SAMPLES && <FirstRun />}
      {counts.articles > 0 && <TodayColumns parts={parts} counts={counts} today={today} />}
      {counts.articles > 0 && <WeekBack today={today} />}
      {counts.articles <= MAX_SAMPLES && <FirstArchive />}
    </Page>
  );
};

const NotSetUp = ({ proposed }: Pick<BackupState, 'proposed'>) => (
  <>
    <p>
      <strong>This archive has no backup.</strong>{' '}
      {proposed === null ? 'A folder on another disk is best.' : <>Another disk is connected: {proposed}</>}
    </p>
    {proposed !== null && (
      <Button isSmall variant="primary" onPress={() => void chooseBackupFolder(true)}>
        Back up there
      </Button>
    )}
    <Button isSmall onPress={() => void chooseBackupFolder(false)}>
      Choose a folder…
    </Button>
    <Button isSmall variant="quiet" onPress={() => void act(backupDecline, { isDeclined: true })}>
      Not on this computer
    </Button>
  </>
);

const lateWords = (
  lateness: Exclude<NonNullable<BackupState['lateness']>, { kind: 'not-set-up' }>,
): string => {
  if (lateness.kind === 'failed') return 'The last backup failed.';
  return lateness.days === null
    ? 'No backup was made yet.'
    : `The last backup is ${printCount(lateness.days, 'day')} old.`;
};

const Late = ({ words, failure }: { readonly words: string } & Pick<BackupState, 'failure'>) => (
  <>
    <p>
      <strong>{words}</strong> {failure !== null && errorWords(failure).title}
    </p>
    <Button isSmall onPress={() => void backUpNow()}>
      Back up now
    </Button>
    <Button isSmall variant="quiet" onPress={() => showSettings('backup')}>
      Settings
    </Button>
  </>
);

/** Warns that backups are late or missing; renders nothing if all is well. */
const LateBackup = () => {
  const { data } = useQuery(backupState, {});
  if (data === undefined || data.lateness === null) return null;
  return (
    <section className={styles.lateBackup} aria-label="Backup">
      <TriangleAlert size={16} aria-hidden />
      {data.lateness.kind === 'not-set-up' ? (
        <NotSetUp proposed={data.proposed} />
      ) : (
        <Late words={lateWords(data.lateness)} failure={data.failure} />
      )}
    </section>
  );
};

type LineProps = {
  readonly view: ViewId;
  /** Prepares the view to show just these, if it can. */
  readonly prepare?: () => void;
  readonly count: number;
  readonly children: string;
};

/** Without any it is not a link. */
const Line = ({ view, prepare, count, children }: LineProps) => (
  <li>
    {count === 0 ? (
      <span className={styles.weekNone}>{children}</span>
    ) : (
      <AriaButton
        className={joinClasses(styles.weekLine)}
        onPress={() => {
          prepare?.();
          goToView(view);
        }}
      >
        {children}
      </AriaButton>
    )}
  </li>
);

/** Counts of what was read, highlighted and written in the last seven days, as links. */
const WeekBack = ({ today }: { readonly today: CalendarDate }) => {
  const since = beginOfWeekBack(today);
  const { data: counts } = useQuery(countsSince, { since }, { keepsPrevious: true });
  const { data: memos } = useQuery(memoList, {});
  if (counts === undefined || memos === undefined) return null;
  const written = memos.filter(({ updatedAt }) => updatedAt >= since).length;
  return (
    <PageSection title="The last seven days">
      <ul className={joinClasses('plain-list', styles.week)}>
        <Line
          view="articles"
          count={counts.read}
          prepare={() => chooseArticles({ state: 'week' })}
        >{`${printCount(counts.read, 'article')} read on this computer`}</Line>
        <Line
          view="passages"
          count={counts.highlighted}
          prepare={() => setViewState('passages.text', shownText(`added:${firstDayOfWeekBack(today)}..`))}
        >{`${printCount(counts.highlighted, 'passage')} highlighted`}</Line>
        <Line view="memos" count={written}>{`${printCount(written, 'memo')} written or edited`}</Line>
      </ul>
    </PageSection>
  );
};
