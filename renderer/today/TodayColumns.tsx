import { TriangleAlert } from 'lucide-react';
import { Children, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { printMissingFields } from '#domain/article/bibliography/print-missing-fields.ts';
import type { Counts } from '#domain/contract/archive.ts';
import { type ArticleRow, articleSetState } from '#domain/contract/article.ts';
import type { MemoRow } from '#domain/contract/memo.ts';
import {
  type ReviewCounts,
  type ReviewKind,
  reviewKinds,
  sumToReview,
} from '#domain/contract/review-kinds.ts';
import type { ArticleMatch } from '#domain/contract/search.ts';
import type { TaskRow as TaskRowData } from '#domain/contract/task.ts';
import { printCount } from '#domain/print-count.ts';
import type { CalendarDate } from '#domain/time.ts';
import { act } from '#renderer/bridge/act.ts';
import { runCommand, runOnceEnabled, useCommand, useOpenInWindow } from '#renderer/commands/commands.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { printArticleDay, printInstantDay } from '#renderer/parts/dates/print-date.ts';
import { MarkingSign } from '#renderer/parts/MarkingSign.tsx';
import { TaskRow } from '#renderer/parts/task/TaskRow.tsx';
import { taskAbout } from '#renderer/parts/task/task-about.ts';
import { completeTask, openPlace } from '#renderer/parts/task/task-acts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { RowBody, useFocusRows } from '#renderer/ui/collections/rows.tsx';
import { PageSection } from '#renderer/ui/panes/Page.tsx';
import { goTo, goToView } from '#renderer/window/navigation.ts';
import { TodayRow, TodayRowsContext } from './TodayRow.tsx';
import styles from './today.module.css';
import { MAX_SHOWN, MAX_SOON, type TodayParts } from './use-today-parts.ts';

type ColumnsProps = {
  readonly parts: TodayParts;
  readonly counts: Counts;
  readonly today: CalendarDate;
};

type ListedByKind = Exclude<ReviewKind, 'citation-incomplete'>;

const lines: Readonly<Record<ListedByKind, (count: number) => string>> = {
  'thing-lost': (count) => `${printCount(count, 'item')} missing or altered outside Precis`,
  conflict: (count) => printCount(count, 'conflict'),
  'copy-left': (count) => `${printCount(count, 'copy', 'copies')} from a sync not merged`,
  'same-name': (count) => `${printCount(count, 'tag or source', 'tags or sources')} with a duplicate name`,
  changed: (count) => `${printCount(count, 'passage')} whose words have changed`,
  ambiguous: (count) => `${printCount(count, 'passage')} with several possible places`,
  orphaned: (count) => `${printCount(count, 'passage')} missing from the text`,
  moved: (count) => `${printCount(count, 'passage')} in a different place`,
  nextToChange: (count) => `${printCount(count, 'passage')} next to a change`,
  'text-altered': (count) => `${printCount(count, 'article')} changed by another program`,
  'file-repaired': (count) => `${printCount(count, 'file')} damaged`,
  recovered: (count) => `${printCount(count, 'record')} made again by a repair`,
  'file-unreadable': (count) => `${printCount(count, 'file')} can’t be read`,
  'translation-outdated': (count) => `${printCount(count, 'article')} with outdated translations`,
  fallen: (count) =>
    `${printCount(count, 'source, article or passage', 'sources, articles and passages')} worth less than before`,
  'event-unsupported': (count) => `${printCount(count, 'event')} with no passage left`,
  'evidence-changed': (count) => `${printCount(count, 'memo')} with changed evidence`,
};

const isListedByKind = (kind: ReviewKind): kind is ListedByKind => kind !== 'citation-incomplete';

/** The kinds of review items, as rows: their ids are the kinds. */
const reviewKindsOf = (toReview: ReviewCounts): readonly ListedByKind[] =>
  reviewKinds.filter(isListedByKind).filter((kind) => toReview[kind] > 0);

const Warning = () => <TriangleAlert size={12} className={styles.warn} aria-hidden />;

/** An article that can't be fully cited yet. */
const IncompleteLine = ({ row }: { readonly row: ArticleRow }) => (
  <TodayRow
    id={row.id}
    open={{ name: 'Open', run: () => goTo({ view: 'articles', articleId: row.id }) }}
    acts={[{ name: 'Fill in', command: 'article.details', run: () => runCommand('article.details') }]}
  >
    <RowBody
      title={row.title ?? row.firstWords}
      lead={<Warning />}
      meta={`Citation incomplete: missing ${printMissingFields(row.missingFields)}`}
    />
  </TodayRow>
);

type TodayBlockProps = {
  readonly title: string;
  readonly count: number;
  /** How many of them the children show, if that is not one each. */
  readonly shown?: number;
  /** Shown if it is empty; without this an empty block is left out. */
  readonly empty?: string;
  /** Leads to all of them, if there are more than are shown. */
  readonly onAll?: () => void;
  readonly children: ReactNode;
};

const TodayBlock = ({ title, count, shown, empty, onAll, children }: TodayBlockProps) => {
  const isAllShown = count <= (shown ?? Children.count(children));
  return (
    <PageSection
      title={title}
      count={count > 0 ? String(count) : undefined}
      empty={count === 0 ? empty : undefined}
      acts={
        onAll !== undefined &&
        !isAllShown && (
          <Button variant="quiet" isSmall onPress={onAll}>
            All {count}
          </Button>
        )
      }
    >
      <ul className="plain-list">{children}</ul>
    </PageSection>
  );
};

/** Items for review: first the kinds that may mislead, then articles that can't be cited. */
const ReviewBlock = ({
  toReview,
  incomplete,
}: {
  readonly toReview: ReviewCounts;
  readonly incomplete: readonly ArticleRow[];
}) => {
  const kinds = reviewKindsOf(toReview);
  const seeAll = () => goTo({ view: 'review' });
  return (
    <TodayBlock
      title="To review"
      count={sumToReview(toReview)}
      shown={sumToReview(toReview) - toReview['citation-incomplete'] + incomplete.length}
      empty="Nothing to review."
      onAll={seeAll}
    >
      {kinds.map((kind) => (
        <TodayRow key={kind} id={kind} open={{ name: 'Review', run: seeAll }}>
          <RowBody look="name" title={lines[kind](toReview[kind])} />
        </TodayRow>
      ))}
      {incomplete.map((row) => (
        <IncompleteLine key={row.id} row={row} />
      ))}
    </TodayBlock>
  );
};

/** The ids of the rows in the order of the page. */
const rowIds = (
  { overdue, due, soon, unread, changed, incomplete, drafts }: TodayParts,
  { toReview }: Counts,
) => [
  ...[...overdue.slice(0, MAX_SHOWN), ...due.slice(0, MAX_SHOWN), ...soon.slice(0, MAX_SOON)].map(
    ({ task }) => task.id,
  ),
  ...drafts.slice(0, MAX_SHOWN).map(({ id }) => id),
  ...unread.map(({ id }) => id),
  ...reviewKindsOf(toReview),
  ...incomplete.map(({ id }) => id),
  ...changed.slice(0, MAX_SHOWN).map(({ id }) => id),
];

/** The rows of the page, and the focused one: if an act removes it, the next one gets the focus. */
const useRowsOf = (ids: readonly string[]) => {
  const rows = useFocusRows(ids);
  const [atHand, setAtHand] = useState<string | null>(null);
  const place = useRef(0);
  const order = ids.join(' ');
  useEffect(() => {
    const now = order.split(' ');
    const at = atHand === null ? -1 : now.indexOf(atHand);
    if (at !== -1) {
      place.current = at;
      return;
    }
    const next = now[Math.min(place.current, now.length - 1)];
    if (atHand !== null && next && document.activeElement === document.body) rows.focus(next);
  }, [order, atHand, rows]);
  return useMemo(() => ({ rows, atHand, onAtHand: setAtHand }), [rows, atHand]);
};

/** Marks an article as read, with Undo. */
const markAsRead = async ({ id, title, firstWords }: ArticleRow): Promise<void> => {
  const answer = await act(articleSetState, { articleId: id, state: 'read' });
  if (answer.ok) sayUndoable(`Marked as read: ${title ?? firstWords}`);
};

/** Answers the commands on the current article or memo. */
const useRowCommands = ({ unread, incomplete, changed, drafts }: TodayParts, atHand: string | null): void => {
  const isAtHand = ({ id }: { readonly id: string }): boolean => id === atHand;
  const fresh = unread.find(isAtHand);
  const article = fresh ?? incomplete.find(isAtHand);
  const memo = [...changed, ...drafts].find(isAtHand);
  useCommand('article.toggle-read', () => fresh && void markAsRead(fresh), fresh !== undefined);
  useCommand(
    'article.details',
    () => {
      if (article === undefined) return;
      goTo({ view: 'articles', articleId: article.id });
      runOnceEnabled('article.details');
    },
    article !== undefined,
  );
  const record = article ? ({ kind: 'article', id: article.id } as const) : null;
  useOpenInWindow(memo === undefined ? record : { kind: 'memo', id: memo.id });
};

/** A task that is due. */
const TaskLine = ({ row }: { readonly row: TaskRowData }) => (
  <TodayRow
    id={row.task.id}
    open={
      row.place.on === 'nothing'
        ? { name: 'Tasks', run: () => goToView('tasks') }
        : { name: 'Show', run: () => openPlace(row) }
    }
    acts={[{ name: 'Done', letter: 'x', run: () => completeTask(row) }]}
  >
    {(acts) => <TaskRow task={row.task} place={row.place} about={taskAbout(row)} isGrouped acts={acts} />}
  </TodayRow>
);

const MemoLine = ({ row, today }: { readonly row: MemoRow; readonly today: CalendarDate }) => (
  <TodayRow
    id={row.id}
    open={{ name: 'Open', run: () => goTo({ view: 'memos', memoId: row.id }) }}
    acts={[{ name: 'New window', command: 'window.open', run: () => runCommand('window.open') }]}
  >
    <RowBody
      title={row.title}
      meta={row.referenceNumber}
      facts={
        <>
          {row.changedEvidenceCount > 0 && (
            <span className={styles.changed}>
              <Warning /> evidence changed
            </span>
          )}
          {row.marking !== null && <MarkingSign marking={row.marking} />}
          <span>edited {printInstantDay(row.updatedAt, today)}</span>
        </>
      }
    />
  </TodayRow>
);

type ArticleLineProps = {
  readonly row: ArticleRow;
  readonly today: CalendarDate;
  /** The saved searches that find it. */
  readonly searches: ArticleMatch['searches'];
};

/** Why an unread article is worth a look: a saved search finds it, or it is a new version of another. */
const Reasons = ({ row: { version }, searches }: Pick<ArticleLineProps, 'row' | 'searches'>) => (
  <>
    {version !== null && version.number > 1 && <span className={styles.reason}>new version</span>}
    {searches.map(({ id, name }) => (
      <span key={id} className={styles.reason}>
        matches “{name}”
      </span>
    ))}
  </>
);

/** An unread article, and why it is listed. */
const ArticleLine = ({ row, today, searches }: ArticleLineProps) => (
  <TodayRow
    id={row.id}
    open={{ name: 'Read', run: () => goTo({ view: 'articles', articleId: row.id }) }}
    acts={[{ name: 'Mark as read', command: 'article.toggle-read', run: () => void markAsRead(row) }]}
  >
    <RowBody
      title={row.title ?? row.firstWords}
      lead={<Reasons row={row} searches={searches} />}
      meta={row.publisher}
      facts={
        <>
          <span>{printCount(row.words, 'word')}</span>
          <span>{printArticleDay(row, today)}</span>
        </>
      }
    />
  </TodayRow>
);

type TaskBlockProps = {
  readonly title: string;
  readonly rows: readonly TaskRowData[];
  /** How many are shown. */
  readonly most?: number;
  /** Shown if there are none; without this an empty block is left out. */
  readonly empty?: string;
};

/** Tasks of one period. */
const TaskBlock = ({ title, rows, most = MAX_SHOWN, empty }: TaskBlockProps) =>
  rows.length === 0 && empty === undefined ? null : (
    <TodayBlock
      title={title}
      count={rows.length}
      {...(empty === undefined ? {} : { empty })}
      onAll={() => goTo({ view: 'tasks' })}
    >
      {rows.slice(0, most).map((row) => (
        <TaskLine key={row.task.id} row={row} />
      ))}
    </TodayBlock>
  );

/** Due tasks, new articles and why, review items, changes under sent memos, drafts. */
export const TodayColumns = ({ parts, counts, today }: ColumnsProps) => {
  const rows = useRowsOf(rowIds(parts, counts));
  useRowCommands(parts, rows.atHand);
  const toMemos = () => goTo({ view: 'memos' });
  return (
    <TodayRowsContext value={rows}>
      <div className={styles.columns} data-single-keys>
        <div className="page-column">
          <TaskBlock title="Overdue" rows={parts.overdue} />
          <TaskBlock title="Today" rows={parts.due} empty="Nothing is due today." />
          <TaskBlock title="Next seven days" rows={parts.soon} most={MAX_SOON} />
          <TodayBlock title="Drafts" count={parts.drafts.length} empty="No drafts." onAll={toMemos}>
            {parts.drafts.slice(0, MAX_SHOWN).map((row) => (
              <MemoLine key={row.id} row={row} today={today} />
            ))}
          </TodayBlock>
        </div>
        <div className="page-column">
          <TodayBlock
            title="To read"
            count={counts.unreadArticles}
            empty="No unread articles."
            onAll={() => goTo({ view: 'articles' })}
          >
            {parts.unread.map((row) => (
              <ArticleLine
                key={row.id}
                row={row}
                today={today}
                searches={parts.matches.find(({ articleId }) => articleId === row.id)?.searches ?? []}
              />
            ))}
          </TodayBlock>
          <ReviewBlock toReview={counts.toReview} incomplete={parts.incomplete} />
          {parts.changed.length > 0 && (
            <TodayBlock title="Sent memos to check" count={parts.changed.length} onAll={toMemos}>
              {parts.changed.slice(0, MAX_SHOWN).map((row) => (
                <MemoLine key={row.id} row={row} today={today} />
              ))}
            </TodayBlock>
          )}
        </div>
      </div>
    </TodayRowsContext>
  );
};
