import { articlesNamedIn } from '#domain/article/named-in-note.ts';
import type { RichText } from '#domain/rich-text.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import styles from './details.module.css';

/** A way to each article that a note names, such as the mail that it came with; nothing for a note that names none. */
export const NamedArticles = ({ note }: { readonly note: RichText | null }) => {
  const { data: named = [] } = useQuery('article:names', { articleIds: [...articlesNamedIn(note)] });
  if (named.length === 0) return null;
  return (
    <ul className={styles.named} aria-label="Articles named in the note">
      {named.map(({ articleId, title }) => (
        <li key={articleId}>
          <Button isSmall variant="quiet" onPress={() => goTo({ view: 'articles', articleId })}>
            {title}
          </Button>
        </li>
      ))}
    </ul>
  );
};
