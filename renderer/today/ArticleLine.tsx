import { Button } from 'react-aria-components';
import type { ArticleRow } from '#domain/contract/article.ts';
import { printCount } from '#domain/print-count.ts';
import type { CalendarDate } from '#domain/time.ts';
import { printArticleDay } from '#renderer/parts/dates/print-date.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { RowTitle } from '#renderer/ui/rows/RowText.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import styles from './today.module.css';

export const ArticleLine = ({ row, today }: { readonly row: ArticleRow; readonly today: CalendarDate }) => (
  <Button className={joinClasses(styles.line)} onPress={() => goTo({ view: 'articles', articleId: row.id })}>
    <RowTitle>{row.title ?? row.firstWords}</RowTitle>
    <span className={styles.meta}>
      {row.publisher !== null && <span>{row.publisher}</span>}
      <span>{printArticleDay(row, today)}</span>
      <span>{printCount(row.words, 'word')}</span>
    </span>
  </Button>
);
