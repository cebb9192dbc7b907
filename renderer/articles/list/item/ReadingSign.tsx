import type { ArticleRow } from '#domain/contract/article.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import styles from './item.module.css';

/** A dot for an article that is unread, a ring for one that is being read. */
export const ReadingSign = ({ row: { state, fault } }: { readonly row: ArticleRow }) =>
  state === 'read' || fault !== null ? null : (
    <span
      className={joinClasses(styles.unread, state === 'reading' && styles.reading)}
      role="img"
      aria-label={state === 'unread' ? 'Unread' : 'In progress'}
    />
  );
