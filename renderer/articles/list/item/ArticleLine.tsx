import type { ArticleRow } from '#domain/contract/article.ts';
import type { CalendarDate } from '#domain/time.ts';
import { printInstantDay, printStatedDay } from '#renderer/parts/dates/print-date.ts';
import { LabelPips } from '#renderer/parts/passage/LabelPips.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { FoundWords } from './FoundWords.tsx';
import styles from './item.module.css';
import { nameOfRow } from './name-of-row.ts';
import { ReadingSign } from './ReadingSign.tsx';
import { ReadLine } from './ReadLine.tsx';

/** The day that an article is known by; where it bears none, the day on which it was imported, in brackets. */
const printDay = ({ publishedAt, importedAt }: ArticleRow, today: CalendarDate): string =>
  publishedAt === null ? `(${printInstantDay(importedAt, today)})` : printStatedDay(publishedAt, today);

/** An article on one line, its parts in columns: as many as the list has room for. */
export const ArticleLine = ({ row, today }: { readonly row: ArticleRow; readonly today: CalendarDate }) => (
  <>
    <div className={styles.line}>
      <span className={joinClasses('clipped', styles.name, row.title === null && styles.untitled)} dir="auto">
        <ReadingSign row={row} />
        {nameOfRow(row)}
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
  </>
);
