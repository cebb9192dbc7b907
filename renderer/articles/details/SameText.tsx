import type { ArticleId } from '#domain/ids.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { DuplicateLines } from '#renderer/parts/article/duplicates/DuplicateLines.tsx';
import styles from './details.module.css';

/** The other articles that carry this text: nothing where there are none. */
export const SameText = ({ articleId }: { readonly articleId: ArticleId }) => {
  const { data: duplicates = [] } = useQuery('article:duplicates', { articleId });
  return duplicates.length === 0 ? null : (
    <section className={styles.stack}>
      <h3>Same text elsewhere</h3>
      <DuplicateLines duplicates={duplicates} of={articleId} />
      <p className="quiet-words">They are one origin with this article: none confirms what another says.</p>
    </section>
  );
};
