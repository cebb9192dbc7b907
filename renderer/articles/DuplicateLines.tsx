import { useState } from 'react';
import { articleCompare, type DuplicateArticle } from '#domain/contract/article.ts';
import type { ArticleId } from '#domain/ids.ts';
import { printCount } from '#domain/print-count.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import {
  printDuplicateName,
  printDuplicatePlace,
  printSameness,
} from '#renderer/parts/article/print-duplicate.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import { useToday } from '#renderer/window/today.ts';
import styles from './duplicates.module.css';

export type DuplicateLinesProps = {
  readonly duplicates: readonly DuplicateArticle[];
  /** The article whose duplicates they are: a near duplicate can be compared with it. */
  readonly of?: ArticleId;
};

type DifferencesProps = {
  readonly articleId: ArticleId;
  readonly other: DuplicateArticle;
  readonly onClose: () => void;
};

const words = (count: number): string => printCount(count, 'word');

/** The differing words of two near duplicates: those only in this one, and those only in the other. */
const Differences = ({ articleId, other, onClose }: DifferencesProps) => {
  const { data: comparison } = useQuery(articleCompare, { articleId, otherId: other.articleId });
  const differences = comparison?.differences ?? [];
  const left = (comparison?.count ?? 0) - differences.length;
  return (
    <Dialog
      title={`Differences from ${printDuplicateName(other)}`}
      isOpen
      isMedium
      onClose={onClose}
      actions={
        <Button autoFocus onPress={onClose}>
          Close
        </Button>
      }
    >
      {comparison === null && (
        <EmptyState title="These texts are too long to compare here">Open them side by side.</EmptyState>
      )}
      {comparison != null && (
        <>
          <p className="quiet-words differing-words">
            Only here <del>{words(comparison.removedWords)}</del>, only there{' '}
            <ins>{words(comparison.addedWords)}</ins>.
          </p>
          <ol className={joinClasses('differing-words', styles.differences)}>
            {differences.map(({ before, removed, added, after }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two places may read alike, and the list never changes
              <li key={index}>
                {before !== '' && `… ${before} `}
                {removed !== '' && <del>{removed}</del>}
                {removed !== '' && added !== '' && ' '}
                {added !== '' && <ins>{added}</ins>}
                {after !== '' && ` ${after} …`}
              </li>
            ))}
          </ol>
          {left > 0 && (
            <p className="quiet-words">{printCount(left, 'more place differs', 'more places differ')}.</p>
          )}
        </>
      )}
    </Dialog>
  );
};

/** Articles that share text with another: how similar they are, and where they were printed. */
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
