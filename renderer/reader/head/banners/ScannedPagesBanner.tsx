import { useMemo } from 'react';
import { canonicalText, textBlockSpans } from '#domain/article/body/canonical-text.ts';
import { pagesToRead } from '#domain/article/machine/machine-ranges.ts';
import type { OpenArticle } from '#domain/contract/article.ts';
import { printCount } from '#domain/print-count.ts';
import { rereadOriginal } from '#renderer/parts/article/imports.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import styles from '../article-head.module.css';

/**
 * Says of a text from a PDF that pages of it were not read, and offers a new version with them; nothing of a text of which
 * all was read.
 */
export const ScannedPagesBanner = ({ article, body }: Pick<OpenArticle, 'article' | 'body'>) => {
  const pages = useMemo(
    () => (article.format === 'pdf' ? pagesToRead(textBlockSpans(body), canonicalText(body)) : []),
    [article, body],
  );
  if (pages.length === 0) return null;
  const isOne = pages.length === 1;
  return (
    <aside className={styles.altered} data-state="accepted" role="note">
      <p>
        <strong>{isOne ? 'One page was' : `${pages.length} pages were`} not read.</strong>{' '}
        {isOne ? 'It is a picture' : 'They are pictures'}, or {isOne ? 'its' : 'their'} letters make no text.
        This machine can read {isOne ? 'it' : 'them'} for a new version; the article stays as it is, and your
        passages are carried over.
      </p>
      <div>
        <Button isSmall onPress={() => void rereadOriginal(article.id)}>
          Read {printCount(pages.length, 'scanned page')}…
        </Button>
      </div>
    </aside>
  );
};
