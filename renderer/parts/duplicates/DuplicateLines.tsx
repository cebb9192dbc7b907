import type { ReactNode } from 'react';
import type { DuplicateArticle } from '#domain/contract/rows.ts';
import { goTo } from '#renderer/bridge/navigation.ts';
import { useToday } from '#renderer/bridge/today.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import styles from './duplicates.module.css';
import { printDuplicateName, printDuplicatePlace, printSameness } from './print-duplicate.ts';

export type DuplicateLinesProps = {
  readonly duplicates: readonly DuplicateArticle[];
  /** What more can be done with one of them. */
  readonly acts?: (duplicate: DuplicateArticle) => ReactNode;
};

/** Articles that carry one text with another: how like it they are, and where they were printed. */
export const DuplicateLines = ({ duplicates, acts }: DuplicateLinesProps) => {
  const today = useToday();
  return (
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
              {acts?.(duplicate)}
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
  );
};
