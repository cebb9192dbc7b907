import { useState } from 'react';
import type { DuplicateArticle } from '#domain/contract/article.ts';
import type { ArticleId } from '#domain/ids.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import { useToday } from '#renderer/window/today.ts';
import { Differences } from './Differences.tsx';
import styles from './duplicates.module.css';
import { printDuplicateName, printDuplicatePlace, printSameness } from './print-duplicate.ts';

export type DuplicateLinesProps = {
  readonly duplicates: readonly DuplicateArticle[];
  /** The article that they are duplicates of: what is nearly the same can be compared with it. */
  readonly of?: ArticleId;
};

/** Articles that carry one text with another: how like it they are, and where they were printed. */
export const DuplicateLines = ({ duplicates, of: articleId }: DuplicateLinesProps) => {
  const today = useToday();
  const [compared, setCompared] = useState<DuplicateArticle | null>(null);
  return (
    <>
      <ul className={styles.lines}>
        {duplicates.map((duplicate) => {
          const name = printDuplicateName(duplicate);
          const place = printDuplicatePlace(duplicate, today);
          return (
            <li key={duplicate.articleId}>
              <span>
                {printSameness(duplicate)} <b>{name}</b>
                {place !== '' && ` (${place})`}
              </span>
              <span className={styles.acts}>
                {articleId !== undefined && !duplicate.isSameText && (
                  <Button
                    isSmall
                    variant="quiet"
                    aria-label={`Differences from ${name}`}
                    onPress={() => setCompared(duplicate)}
                  >
                    Differences…
                  </Button>
                )}
                <Button
                  isSmall
                  variant="quiet"
                  aria-label={`Open ${name}`}
                  onPress={() => goTo({ view: 'articles', articleId: duplicate.articleId })}
                >
                  Open
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
      {articleId !== undefined && compared !== null && (
        <Differences articleId={articleId} other={compared} onClose={() => setCompared(null)} />
      )}
    </>
  );
};
