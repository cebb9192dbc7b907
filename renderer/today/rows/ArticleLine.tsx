import type { ArticleRow } from '#domain/contract/article.ts';
import type { ArticleMatch } from '#domain/contract/search.ts';
import { printCount } from '#domain/print-count.ts';
import type { CalendarDate } from '#domain/time.ts';
import { printArticleDay } from '#renderer/parts/dates/print-date.ts';
import { RowTitle } from '#renderer/ui/rows/RowText.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import styles from '../today.module.css';
import { markAsRead } from './mark-as-read.ts';
import { TodayRow } from './TodayRow.tsx';

export type ArticleLineProps = {
  readonly row: ArticleRow;
  readonly today: CalendarDate;
  /** The saved searches that find it. */
  readonly searches: ArticleMatch['searches'];
};

/** Why an unread article is worth a look: what is looked for in it, or that it is a new version of another. */
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

/** An article that is unread, and why it is there. */
export const ArticleLine = ({ row, today, searches }: ArticleLineProps) => (
  <TodayRow
    id={row.id}
    open={{ name: 'Read', run: () => goTo({ view: 'articles', articleId: row.id }) }}
    acts={[{ name: 'Mark as read', command: 'article.toggle-read', run: () => void markAsRead(row) }]}
  >
    <RowTitle>{row.title ?? row.firstWords}</RowTitle>
    <span className={styles.meta}>
      <Reasons row={row} searches={searches} />
      {row.publisher !== null && <span>{row.publisher}</span>}
      <span>{printArticleDay(row, today)}</span>
      <span>{printCount(row.words, 'word')}</span>
    </span>
  </TodayRow>
);
