import { CalendarDays, Ellipsis, Mail, MailOpen, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { printMissingField, printMissingFields } from '#domain/article/bibliography/print-missing-fields.ts';
import { commandOf } from '#domain/command/command-table.ts';
import {
  type ArticleRow,
  articleProgress,
  articleSetState,
  articleSnippet,
} from '#domain/contract/article.ts';
import type { ArticleId } from '#domain/ids.ts';
import type { LabelId } from '#domain/passage/label.ts';
import type { CalendarDate } from '#domain/time.ts';
import { act } from '#renderer/bridge/act.ts';
import { useSettings } from '#renderer/bridge/app-state.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useArticleChoice } from '#renderer/parts/article/article-choice.ts';
import { printWithdrawal } from '#renderer/parts/article/print-withdrawal.ts';
import { printInstantDay, printStatedDay } from '#renderer/parts/dates/print-date.ts';
import { printEventTime } from '#renderer/parts/dates/print-span.ts';
import { MarkingSign } from '#renderer/parts/MarkingSign.tsx';
import { useLabels } from '#renderer/parts/passage/labels.ts';
import { MarkedParts } from '#renderer/parts/search/MarkedParts.tsx';
import { RowActs, RowBody } from '#renderer/ui/collections/rows.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Badge } from '#renderer/ui/signs/Badge.tsx';
import styles from './item.module.css';

const EventDatesOf = ({ eventDates: [first, ...others] }: Pick<ArticleRow, 'eventDates'>) =>
  first === undefined ? null : (
    <span className={styles.events} title="Event dates">
      <CalendarDays size={12} aria-hidden />
      <span className="visually-hidden">Event </span>
      {printEventTime(first, 'short')}
      {others.length > 0 && ` +${others.length}`}
    </span>
  );

/** What its citation lacks: shown as a warning only if a memo cites it. */
const Missing = ({ missingFields, isCited }: Pick<ArticleRow, 'missingFields' | 'isCited'>) => {
  const [first, ...others] = missingFields;
  if (first === undefined) return null;
  const title = `Missing: ${printMissingFields(missingFields)}${isCited ? '. A memo cites this article.' : ''}`;
  return (
    <Badge tone={isCited ? 'warn' : 'plain'} title={title}>
      {others.length === 0 ? `No ${printMissingField(first)}` : `${missingFields.length} missing`}
    </Badge>
  );
};

/** The labels of an article's passages, as short strokes. */
const LabelPips = ({ labels }: { readonly labels: readonly LabelId[] }) => {
  const known = useLabels();
  return labels.length === 0 ? null : (
    <span
      className={styles.pips}
      role="img"
      aria-label={labels.map((label) => known.of(label).name).join(', ')}
    >
      {labels.map((label) => (
        <i key={label} data-label={label} />
      ))}
    </span>
  );
};

/** The name of an article in the list: its title, else its first words. */
const nameOfRow = ({ title, firstWords, fault }: ArticleRow): string =>
  title ?? (firstWords === '' && fault !== null ? 'An article that can’t be read' : firstWords);

/** A dot for an article that is unread, a ring for one that is being read. */
const ReadingSign = ({ row: { state, fault } }: { readonly row: ArticleRow }) =>
  state === 'read' || fault !== null ? null : (
    <span
      className={joinClasses(styles.unread, state === 'reading' && styles.reading)}
      role="img"
      aria-label={state === 'unread' ? 'Unread' : 'In progress'}
    />
  );

/** How far a not yet read article has been read on this machine, as a thin line at the bottom. */
const ReadLine = ({ row: { id, state } }: { readonly row: ArticleRow }) => {
  const { data: progress } = useQuery(articleProgress, {});
  const share = progress?.[id];
  if (share === undefined || state === 'read') return null;
  const percent = Math.round(share * 100);
  return (
    <span className={styles.readLine} role="img" aria-label={`${percent} % read`} title={`${percent} % read`}>
      <span style={{ inlineSize: `${percent}%` }} />
    </span>
  );
};

/** The part of an article's text that matches the search; its space is reserved until it has loaded. */
const FoundWords = ({ articleId }: { readonly articleId: ArticleId }) => {
  const [{ text }] = useArticleChoice();
  const isSought = text.trim() !== '';
  const { data } = useQuery(articleSnippet, isSought ? { articleId, text } : null, {
    keepsPrevious: true,
  });
  if (!isSought || data === null) return null;
  return (
    <span className={styles.found} dir="auto">
      {data !== undefined && <MarkedParts {...data} />}
    </span>
  );
};

/** The day of publication; without one the day of import, in brackets. */
const printDay = ({ publishedAt, importedAt }: ArticleRow, today: CalendarDate): string =>
  publishedAt === null ? `(${printInstantDay(importedAt, today)})` : printStatedDay(publishedAt, today);

const Withdrawn = ({ withdrawn }: Pick<ArticleRow, 'withdrawn'>) =>
  withdrawn !== null && (
    <Badge tone="warn" title={printWithdrawal(withdrawn)}>
      Withdrawn
    </Badge>
  );

/** What one needs to know besides the title, the most important first. */
const Badges = ({ row }: { readonly row: ArticleRow }) => (
  <>
    {row.fault !== null && <Badge tone="warn">{row.fault.file.split('/').at(-1)} can’t be read</Badge>}
    {row.text === 'altered' && <Badge tone="warn">Text changed</Badge>}
    <Withdrawn {...row} />
    {row.marking !== null && <MarkingSign marking={row.marking} />}
    {row.version !== null && (
      <Badge title={`Version ${row.version.number} of ${row.version.count}`}>v{row.version.number}</Badge>
    )}
    {row.isSample && <Badge>Sample</Badge>}
    <Missing {...row} />
    <EventDatesOf eventDates={row.eventDates} />
  </>
);

export type ArticleItemProps = {
  readonly row: ArticleRow;
  readonly today: CalendarDate;
  /** Quick acts: shown while it is hovered or has keyboard focus. */
  readonly acts: ReactNode;
};

/** The title, and below it, on one line, where, when, and how far it has been worked through. */
const ArticleCard = ({ row, today, acts }: ArticleItemProps) => (
  <>
    <ReadingSign row={row} />
    <RowBody
      title={row.title === null ? <i className={styles.untitled}>{nameOfRow(row)}</i> : row.title}
      meta={row.publisher}
      facts={
        <>
          <Badges row={row} />
          <LabelPips labels={row.labels} />
          <span>{printDay(row, today)}</span>
        </>
      }
      acts={acts}
    >
      <FoundWords articleId={row.id} />
    </RowBody>
    <ReadLine row={row} />
  </>
);

/** An article on one line, in as many columns as the list has room for. */
const ArticleLine = ({ row, today, acts }: ArticleItemProps) => (
  <>
    <div className={styles.line}>
      <span className={joinClasses('clipped', styles.name, row.title === null && styles.untitled)} dir="auto">
        <ReadingSign row={row} />
        <Withdrawn {...row} /> {nameOfRow(row)}
      </span>
      <span className={joinClasses('clipped', styles.ofPublisher)}>{row.publisher}</span>
      <span className={styles.ofLabels}>
        <LabelPips labels={row.labels} />
      </span>
      <span className={styles.ofWords}>{row.words.toLocaleString('en-GB')}</span>
      <span className={styles.ofDay}>{printDay(row, today)}</span>
    </div>
    <FoundWords articleId={row.id} />
    <ReadLine row={row} />
    {acts !== false && <RowActs>{acts}</RowActs>}
  </>
);

/** An article in the list, as a card or as a line in columns. */
export const ArticleItem = (props: ArticleItemProps) => {
  const { hasArticleColumns } = useSettings();
  return hasArticleColumns ? <ArticleLine {...props} /> : <ArticleCard {...props} />;
};

type ArticleActsProps = {
  readonly row: ArticleRow;
  readonly onDelete: (id: ArticleId) => void;
  /** Opens the menu of all acts at that button. */
  readonly onMore: (button: Element) => void;
};

export const ArticleActs = ({ row: { id, state }, onDelete, onMore }: ArticleActsProps) => {
  const isRead = state === 'read';
  const next = isRead ? 'unread' : 'read';
  return (
    <>
      <IconButton
        icon={isRead ? Mail : MailOpen}
        label={`Mark as ${next}`}
        isSmall
        onPress={() => void act(articleSetState, { articleId: id, state: next })}
      />
      <IconButton
        icon={Trash2}
        label={commandOf('article.delete').name}
        isSmall
        onPress={() => onDelete(id)}
      />
      <IconButton icon={Ellipsis} label="More actions" isSmall onPress={({ target }) => onMore(target)} />
    </>
  );
};
