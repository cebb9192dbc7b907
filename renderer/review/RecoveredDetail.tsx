/** A record that a repair has made again, with the passages that have it. */
import type { RecoveredToReview } from '#domain/contract/review.ts';
import { printCount } from '#domain/print-count.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import { ReviewFoot } from './ReviewFoot.tsx';
import styles from './review.module.css';
import { openItem } from './settle-item.ts';

const outcomes: Readonly<Record<RecoveredToReview['of'], string>> = {
  tag: 'Its name is lost. The passages below have it: give it its name again, merge it into another tag, or delete it.',
  source:
    'Its name is lost. The passages below name it: give it its name again, merge it into another source, or delete it.',
  event: 'Its date and title are lost. Another event was merged into it: fill them in, or delete it.',
  task: 'Its words are lost. A memo prints it: write what is to be done, or delete it.',
};

export const RecoveredDetail = ({ item }: { readonly item: RecoveredToReview }) => {
  const { passages, passageCount } = item;
  return (
    <>
      <p className={styles.outcome}>{outcomes[item.of]}</p>
      {passages.length > 0 && (
        <ul className={styles.evidence} aria-label="Passages that have it">
          {passages.map(({ articleId, passageId, articleTitle, printed }) => (
            <li key={passageId}>
              <button
                type="button"
                className={styles.evidenceQuote}
                onClick={() => goTo({ view: 'articles', articleId, passageId })}
              >
                {printed}
              </button>{' '}
              {articleTitle ?? 'Untitled'}
            </li>
          ))}
        </ul>
      )}
      {passageCount > passages.length && (
        <p>And {printCount(passageCount - passages.length, 'passage')} more.</p>
      )}
      <ReviewFoot>
        <Button variant="primary" onPress={() => openItem(item)}>
          Open the {item.of} <Kbd keys="Enter" />
        </Button>
        <p>It leaves this list once it has another name, or is deleted.</p>
      </ReviewFoot>
    </>
  );
};
