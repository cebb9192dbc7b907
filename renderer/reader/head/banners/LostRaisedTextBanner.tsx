import { useMemo } from 'react';
import { findLostRaisedText } from '#domain/article/body/find-lost-raised-text.ts';
import type { OpenArticle } from '#domain/contract/article.ts';
import { rereadOriginal } from '#renderer/parts/article/imports.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import styles from '../article-head.module.css';

/**
 * Says of a text that was sealed before superscripts were told apart that a number in it may read as another one, and
 * offers a new version from its original; nothing for every other text.
 */
export const LostRaisedTextBanner = ({ article, body }: Pick<OpenArticle, 'article' | 'body'>) => {
  const lost = useMemo(() => findLostRaisedText(body), [body]);
  if (lost === null) return null;
  return (
    <aside className={styles.altered} data-state="accepted" role="note">
      <p>
        <strong>
          “{lost.stands}” in this text should read “{lost.reads}”.
        </strong>{' '}
        The article was imported before superscripts and subscripts were kept in the text. It stays as it is,
        and so do your passages; they are carried over to a new version.
      </p>
      <div>
        <Button isSmall onPress={() => void rereadOriginal(article.id)}>
          Read the original again…
        </Button>
      </div>
    </aside>
  );
};
