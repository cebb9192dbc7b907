import type { OpenArticle } from '#domain/contract/article.ts';
import { importNewVersion } from '#renderer/parts/article/imports.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import styles from '../article-head.module.css';

/** Says of excerpts that they are no text of an article, and offers to import that; nothing for every other text. */
export const ExcerptsBanner = ({ article }: Pick<OpenArticle, 'article'>) =>
  article.format !== 'excerpts' ? null : (
    <aside className={styles.altered} data-state="accepted" role="note">
      <p>
        <strong>These are excerpts, not the article.</strong> Another tool kept them without the text around
        them. Paragraph numbers count the excerpts. Import the text as a new version, and the passages are
        carried over to it.
      </p>
      <div>
        <Button isSmall onPress={() => void importNewVersion(article.id)}>
          Import the text…
        </Button>
      </div>
    </aside>
  );
