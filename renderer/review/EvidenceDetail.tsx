import type { ReviewItem } from '#domain/contract/review.ts';
import type { MemoId } from '#domain/ids.ts';
import {
  type EvidenceChange,
  type EvidenceChangeKind,
  keyOfChange,
} from '#domain/memo/sent/evidence-change.ts';
import { printCount } from '#domain/print-count.ts';
import { act } from '#renderer/bridge/act.ts';
import { takeNewer } from '#renderer/parts/memo/take-newer.ts';
import { Readings } from '#renderer/parts/versions/WordRuns.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import { OpenRecordButton, ReviewFoot } from './ReviewFoot.tsx';
import styles from './review.module.css';

const words: Readonly<Record<EvidenceChangeKind, (change: EvidenceChange) => string>> = {
  edited: ({ is }) => `reads now: “${is ?? ''}”`,
  retranslated: ({ is }) => (is === null ? 'has lost its translation' : 'has a different translation now'),
  deleted: () => 'no longer exists',
  altered: () => 'is in a text that was changed after the import',
  regraded: ({ was, is }) => `was ${was ?? 'ungraded'}, now ${is ?? 'ungraded'}`,
  'source-regraded': ({ was, is }) => `its publication was ${was ?? 'ungraded'}, now ${is ?? 'ungraded'}`,
  'later-changed': () => 'differs in the newest version of its article',
  'later-reversed': () => 'gained or lost a negation in the newest version of its article',
  'later-gone': () => 'is no longer in the newest version of its article',
  'later-unsettled': () => 'has no settled place in the newest version: settle it in Review',
  disputed: ({ is }) => `is contradicted or superseded by “${is ?? ''}”`,
};

type EvidenceToReview = Extract<ReviewItem, { readonly kind: 'evidence-changed' }>;

/** Both readings, with the words that differ marked. */
const BothReadings = ({ change: { kind, was, is } }: { readonly change: EvidenceChange }) => {
  if (!(kind.startsWith('later-') || kind === 'retranslated') || was === null || is === null) return null;
  return <Readings was={was} is={is} />;
};

const takesNewer = ({ kind }: EvidenceChange): boolean =>
  kind === 'later-changed' || kind === 'later-reversed';

type ChangeProps = {
  readonly change: EvidenceChange;
  /** The memo in which something can still be done about it; null of one that was sent. */
  readonly memoId: MemoId | null;
};

const Change = ({ change, memoId }: ChangeProps) => (
  <li>
    {change.quote !== '' && (
      <button
        type="button"
        className={styles.evidenceQuote}
        onClick={() => goTo({ view: 'articles', articleId: change.articleId, passageId: change.passageId })}
      >
        “{change.quote}”
      </button>
    )}{' '}
    {words[change.kind](change)}
    <BothReadings change={change} />
    {takesNewer(change) && memoId !== null && (
      <Button isSmall onPress={() => void takeNewer(memoId, [change.passageId])}>
        Cite the new version
      </Button>
    )}
  </li>
);

/** A memo whose evidence is not what it was, with what has become of it; of one that was sent it may be called seen. */
export const EvidenceDetail = ({ item }: { readonly item: EvidenceToReview }) => (
  <>
    <p className={styles.outcome}>
      {item.referenceNumber}
      {item.isSent && ', already sent'}: {printCount(item.count, 'citation')} to check.
    </p>
    <ul className={styles.evidence}>
      {item.changes.map((change) => (
        <Change key={keyOfChange(change)} change={change} memoId={item.isSent ? null : item.memoId} />
      ))}
    </ul>
    <ReviewFoot>
      <OpenRecordButton item={item} record="memo" variant="primary" />
      {item.isSent && (
        <Button
          onPress={() =>
            void act('memo:see-changes', { memoId: item.memoId, changes: item.changes.map(keyOfChange) })
          }
        >
          Reviewed: no update needed
        </Button>
      )}
    </ReviewFoot>
  </>
);
