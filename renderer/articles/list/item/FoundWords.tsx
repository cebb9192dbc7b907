import type { ArticleId } from '#domain/ids.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useArticleChoice } from '#renderer/parts/article/article-choice.ts';
import { MarkedParts } from '#renderer/parts/search/MarkedParts.tsx';
import styles from './item.module.css';

/** The part of an article's text in which what is sought stands; its room is kept until it has come. */
export const FoundWords = ({ articleId }: { readonly articleId: ArticleId }) => {
  const [{ text }] = useArticleChoice();
  const isSought = text.trim() !== '';
  const { data } = useQuery('article:snippet', isSought ? { articleId, text } : null, {
    keepsPrevious: true,
  });
  if (!isSought || data === null) return null;
  return (
    <div className={styles.found} dir="auto">
      {data !== undefined && <MarkedParts {...data} />}
    </div>
  );
};
