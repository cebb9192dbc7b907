import { CalendarDays, TriangleAlert } from 'lucide-react';
import { printMissingFields } from '#domain/article/bibliography/print-missing-fields.ts';
import type { ArticleRow } from '#domain/contract/article.ts';
import type { CalendarDate } from '#domain/time.ts';
import { useSettings } from '#renderer/bridge/app-state.ts';
import { printArticleDay } from '#renderer/parts/dates/print-date.ts';
import { printEventTime } from '#renderer/parts/dates/print-span.ts';
import { MarkingSign } from '#renderer/parts/marking/MarkingSign.tsx';
import { LabelPips } from '#renderer/parts/passage/LabelPips.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Badge } from '#renderer/ui/signs/Badge.tsx';
import { ArticleLine } from './ArticleLine.tsx';
import { FoundWords } from './FoundWords.tsx';
import styles from './item.module.css';
import { nameOfRow } from './name-of-row.ts';
import { ReadingSign } from './ReadingSign.tsx';
import { ReadLine } from './ReadLine.tsx';

const EventDatesOf = ({ eventDates: [first, ...others] }: Pick<ArticleRow, 'eventDates'>) =>
  first === undefined ? null : (
    <span className={styles.events} title="Event dates">
      <CalendarDays size={12} aria-hidden />
      <span className="visually-hidden">Event </span>
      {printEventTime(first, 'short')}
      {others.length > 0 && ` +${others.length}`}
    </span>
  );

const hasBadges = ({
  missingFields,
  isSample,
  version,
  marking,
  eventDates,
  text,
  fault,
}: ArticleRow): boolean =>
  missingFields.length > 0 ||
  isSample ||
  version !== null ||
  marking !== null ||
  eventDates.length > 0 ||
  text === 'altered' ||
  fault !== null;

/** What its citation lacks: a warning only where a memo cites it. */
const Missing = ({ missingFields, isCited }: Pick<ArticleRow, 'missingFields' | 'isCited'>) =>
  missingFields.length === 0 ? null : (
    <span className={styles.missing} title={isCited ? 'A memo cites it' : undefined}>
      {isCited && <TriangleAlert size={12} aria-hidden />} missing {printMissingFields(missingFields)}
    </span>
  );

/** An article on a card: what it is, when, how far it is worked through, and what its citation lacks. */
const ArticleCard = ({ row, today }: ArticleItemProps) => (
  <>
    <div className={joinClasses(styles.title, row.title === null && styles.untitled)} dir="auto">
      <ReadingSign row={row} />
      {nameOfRow(row)}
    </div>
    <FoundWords articleId={row.id} />
    <div className={styles.meta}>
      {row.publisher !== null && <span className={styles.publisher}>{row.publisher}</span>}
      <span>{printArticleDay(row, today)}</span>
      <LabelPips labels={row.labels} />
    </div>
    {hasBadges(row) && (
      <div className={styles.badges}>
        {row.marking !== null && <MarkingSign marking={row.marking} />}
        {row.fault !== null && <Badge tone="warn">{row.fault.file.split('/').at(-1)} can’t be read</Badge>}
        {row.text === 'altered' && <Badge tone="warn">text changed</Badge>}
        {row.isSample && <Badge>Sample</Badge>}
        {row.version !== null && <Badge>{`Version ${row.version.number} of ${row.version.count}`}</Badge>}
        <EventDatesOf eventDates={row.eventDates} />
        <Missing {...row} />
      </div>
    )}
    <ReadLine row={row} />
  </>
);

export type ArticleItemProps = { readonly row: ArticleRow; readonly today: CalendarDate };

/** An article in the list, as a card or as a line in columns. */
export const ArticleItem = (props: ArticleItemProps) =>
  useSettings().articleLook === 'cards' ? <ArticleCard {...props} /> : <ArticleLine {...props} />;
