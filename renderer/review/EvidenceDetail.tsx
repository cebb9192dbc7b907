import { memoSeeChanges } from '#domain/contract/memo-sent.ts';
import type { ReviewItem } from '#domain/contract/review.ts';
import type { MemoId } from '#domain/ids.ts';
import {
  type EventChange,
  type EvidenceChange,
  isEventChange,
  keyOfChange,
  type PassageChange,
  type PassageChangeKind,
  printChangedEvidence,
} from '#domain/memo/sent/evidence-change.ts';
import { act } from '#renderer/bridge/act.ts';
import { EventLineActs } from '#renderer/parts/memo/EventLineActs.tsx';
import { takeNewer } from '#renderer/parts/memo/take-newer.ts';
import { Readings } from '#renderer/parts/versions/WordRuns.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import { OpenRecordButton, ReviewFoot } from './ReviewFoot.tsx';
import styles from './review.module.css';

const words: Readonly<Record<PassageChangeKind, (change: PassageChange) => string>> = {
  edited: ({ is }) => `reads now: “${is ?? ''}”`,
  retranslated: ({ is }) => (is === null ? 'has lost its translation' : 'has a different translation now'),
  deleted: () => 'no longer exists',
  altered: () => 'is in a text that was changed after the import',
  regraded: ({ was, is }) => `was ${was ?? 'ungraded'}, now ${is ?? 'ungraded'}`,
  'source-regraded': ({ was, is }) => `its publication was ${was ?? 'ungraded'}, now ${is ?? 'ungraded'}`,
  'later-changed': () => 'differs in the newest version of its article',
  'later-reversed': () => 'gained or lost a negation in the newest version of its article',
  'later-gone': () => 'is no longer in the newest version of its article',
  'later-beside': () => 'is next to a change in the newest version of its article: check it in Review',
  'later-unsettled': () => 'has no settled place in the newest version: settle it in Review',
  disputed: ({ is }) => `is contradicted or superseded by “${is ?? ''}”`,
};

type EvidenceToReview = Extract<ReviewItem, { readonly kind: 'evidence-changed' }>;

/** Both versions, with the differing words marked. */
const BothReadings = ({ change: { kind, was, is } }: { readonly change: PassageChange }) => {
  if (!(kind.startsWith('later-') || kind === 'retranslated') || was === null || is === null) return null;
  return <Readings was={was} is={is} />;
};

const takesNewer = ({ kind }: PassageChange): boolean =>
  kind === 'later-changed' || kind === 'later-reversed';

type ChangeProps<Change> = {
  readonly change: Change;
  /** The memo in which it can still be resolved; null for a sent one. */
  readonly memoId: MemoId | null;
};

const eventWords = ({ kind, was, is }: EventChange): string => {
  if (kind === 'event-gone') return 'the event is in the trash or gone';
  if (kind === 'event-unsupported') return 'no passage says so any more';
  return was === is ? 'the event rests on different passages now' : 'the event has changed';
};

/** A chronology line whose event has changed: as it is in the memo, and as it would be printed now. */
const EventChanged = ({ change, memoId }: ChangeProps<EventChange>) => {
  const { eventId, was, is } = change;
  return (
    <li>
      <button
        type="button"
        className={styles.evidenceQuote}
        onClick={() => goTo({ view: 'chronology', eventId })}
      >
        “{was}”
      </button>{' '}
      {eventWords(change)}
      {is !== null && was !== is && <Readings was={was} is={is} />}
      {memoId !== null && <EventLineActs memoId={memoId} eventIds={[eventId]} isThere={is !== null} />}
    </li>
  );
};

const PassageChanged = ({ change, memoId }: ChangeProps<PassageChange>) => (
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

const Change = ({ change, memoId }: ChangeProps<EvidenceChange>) =>
  isEventChange(change) ? (
    <EventChanged change={change} memoId={memoId} />
  ) : (
    <PassageChanged change={change} memoId={memoId} />
  );

/** A memo whose evidence has changed, with the changes; a sent memo can be marked as seen. */
export const EvidenceDetail = ({ item }: { readonly item: EvidenceToReview }) => (
  <>
    <p className={styles.outcome}>
      {item.referenceNumber}
      {item.isSent && ', already sent'}: {printChangedEvidence(item.count, item.changes)} to check.
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
            void act(memoSeeChanges, { memoId: item.memoId, changes: item.changes.map(keyOfChange) })
          }
        >
          Reviewed: no update needed
        </Button>
      )}
    </ReviewFoot>
  </>
);
