import type { ArticleRow } from '#domain/contract/article.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import styles from './item.module.css';

/** How far an article that is not read yet has been read on this machine, as a thin line at its foot. */
export const ReadLine = ({ row: { id, state } }: { readonly row: ArticleRow }) => {
  const { data: progress } = useQuery('article:progress', {});
  const share = progress?.[id];
  if (share === undefined || state === 'read') return null;
  const percent = Math.round(share * 100);
  return (
    <span className={styles.readLine} role="img" aria-label={`${percent} % read`} title={`${percent} % read`}>
      <span style={{ inlineSize: `${percent}%` }} />
    </span>
  );
};
