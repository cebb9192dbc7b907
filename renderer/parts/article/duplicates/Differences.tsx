import type { DuplicateArticle } from '#domain/contract/article.ts';
import type { ArticleId } from '#domain/ids.ts';
import { printCount } from '#domain/print-count.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Dialog } from '#renderer/ui/overlays/Dialog.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import styles from './duplicates.module.css';
import { printDuplicateName } from './print-duplicate.ts';

export type DifferencesProps = {
  readonly articleId: ArticleId;
  readonly other: DuplicateArticle;
  readonly onClose: () => void;
};

const words = (count: number): string => printCount(count, 'word');

/** Where two texts that are nearly the same differ, in words: what only this one says, and what only the other does. */
export const Differences = ({ articleId, other, onClose }: DifferencesProps) => {
  const { data: comparison } = useQuery('article:compare', { articleId, otherId: other.articleId });
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
        <EmptyState title="These texts are too long to be compared here">
          Open one beside the other.
        </EmptyState>
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
