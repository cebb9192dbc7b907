import type { Ref } from 'react';
import { printHasNo } from '#domain/article/bibliography/print-missing-fields.ts';
import type { ConflictToReview, LossToReview, ReviewItem } from '#domain/contract/review.ts';
import { joinFacts } from '#domain/text/join-facts.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { AlteredTextActs } from '#renderer/parts/article/AlteredTextActs.tsx';
import { titleOfNode } from '#renderer/parts/graph/graph-words.ts';
import { CommandKbd } from '#renderer/parts/menu/CommandKbd.tsx';
import { BothVersions } from '#renderer/parts/versions/BothVersions.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { PageHead } from '#renderer/ui/panes/Page.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import { EvidenceDetail } from './EvidenceDetail.tsx';
import { FallDetail, UnsupportedDetail } from './FallDetail.tsx';
import { FaultDetail, LeftCopyDetail, RepairDetail } from './FileReviewDetail.tsx';
import { OutdatedTranslation } from './OutdatedTranslation.tsx';
import { CandidateKbd, PassageReviewDetail } from './PassageReviewDetail.tsx';
import { RecoveredDetail } from './RecoveredDetail.tsx';
import { OpenRecordButton, ReviewFoot, recordOf } from './ReviewFoot.tsx';
import styles from './review.module.css';
import {
  printFile,
  printHappened,
  printQuotePlace,
  questionOf,
  titleOfConflict,
  titleOfFault,
  titleOfLoss,
} from './review-words.ts';
import { goToMissingField, mergeSameName, openItem, settleConflicts } from './settle-item.ts';

export type ReviewDetailProps = {
  readonly item: ReviewItem;
  /** All items. */
  readonly items: readonly ReviewItem[];
  /** Its index among the remaining items; and how many were decided. */
  readonly position: number;
  readonly left: number;
  readonly done: number;
  readonly heading: Ref<HTMLHeadingElement>;
  readonly onTake: (rank: number) => void;
  readonly onKeep: () => void;
  readonly onSee: () => void;
};

type PartProps = Omit<ReviewDetailProps, 'position' | 'left' | 'done' | 'heading'>;

const isConflict = (item: ReviewItem): item is ConflictToReview => item.kind === 'conflict';

const titleOf = (item: ReviewItem): string => {
  switch (item.kind) {
    case 'file-repaired':
      return item.title ?? printFile(item.file);
    case 'conflict':
      return titleOfConflict(item);
    case 'copy-left':
    case 'same-name':
    case 'recovered':
      return item.name;
    case 'thing-lost':
      return titleOfLoss(item);
    case 'file-unreadable':
      return titleOfFault(item);
    case 'fallen':
      return titleOfNode(item.fallen);
    case 'event-unsupported':
    case 'evidence-changed':
      return item.title;
    case 'citation-incomplete':
    case 'text-altered':
    case 'translation-outdated':
      return item.articleTitle ?? item.firstWords;
    default:
      return item.articleTitle ?? 'Untitled';
  }
};

type LossDetailProps = { readonly item: LossToReview; readonly onAccept: () => void };

const outcomes: Readonly<Record<LossToReview['how'], string>> = {
  gone: 'If someone or a sync removed it, check the archive: Precis restores an earlier version. Otherwise restore it from a backup. If you meant to delete it, accept the deletion.',
  altered:
    'The current content is shown. Compare it with a backup, or accept it if you know who changed it and why.',
  'manifest-lost':
    'Precis can’t tell what went missing before then. If in doubt, compare the archive with a backup.',
  'manifest-unreadable':
    'Everything else in the archive can be read. Move manifest.json away, and Precis makes a new one.',
  'manifest-forged': 'Nothing in the archive was changed.',
};

const acceptNames: Readonly<Record<LossToReview['how'], string>> = {
  gone: 'Accept as deleted',
  altered: 'Accept as it is now',
  'manifest-lost': 'Dismiss',
  'manifest-unreadable': 'Dismiss',
  'manifest-forged': 'Dismiss',
};

/** Something missing or altered, and what can be done. */
const LossDetail = ({ item, onAccept }: LossDetailProps) => {
  const { how, file } = item;
  return (
    <>
      <p className={styles.outcome}>{outcomes[how]}</p>
      <dl className={joinClasses('facts-list', styles.files)}>
        <dt>File</dt>
        <dd>{file}</dd>
      </dl>
      <ReviewFoot>
        {how === 'gone' && <Button onPress={() => runCommand('archive.check')}>Check the archive…</Button>}
        <Button variant="primary" onPress={() => runCommand('backup.restore')}>
          Restore from a backup…
        </Button>
        <OpenRecordButton item={item} record={recordOf(item)} />
        <Button onPress={onAccept}>
          {acceptNames[how]} <CommandKbd command="needs.see" />
        </Button>
        {(how === 'gone' || how === 'altered') && <p>You can undo this.</p>}
      </ReviewFoot>
    </>
  );
};

type ConflictDetailProps = {
  readonly item: ConflictToReview;
  /** All conflicts of the same origin, this one among them. */
  readonly alike: readonly ConflictToReview[];
};

const recordOfPlace = ({ place }: ConflictToReview): 'article' | 'memo' | null => {
  if (place === null) return null;
  return 'memoId' in place ? 'memo' : 'article';
};

/** One choice for all: a sync copy may leave hundreds. */
const ChooseForAll = ({ alike }: Pick<ConflictDetailProps, 'alike'>) =>
  alike.length < 2 ? null : (
    <>
      <Button onPress={() => void settleConflicts(alike, 'standing')}>
        Keep mine, for all {alike.length}
      </Button>
      <Button onPress={() => void settleConflicts(alike, 'other')}>
        Use the other, for all {alike.length}
      </Button>
    </>
  );

const byWhom = (name: string | null): string => (name === null ? '' : `, by ${name}`);

/** Both versions of a record, side by side; the analyst chooses, and can undo it. */
const ConflictDetail = ({ item, alike }: ConflictDetailProps) => (
  <>
    {item.contested.map(({ field, standing, other }) => (
      <BothVersions
        key={field}
        of={{ what: item.what, field }}
        one={{ name: `In the archive now${byWhom(item.standingBy)}`, value: standing }}
        other={{
          name: item.from === null ? 'What you had written' : `In the other version${byWhom(item.otherBy)}`,
          value: other,
        }}
      />
    ))}
    {item.from !== null && (
      <dl className={joinClasses('facts-list', styles.files)}>
        <dt>From</dt>
        <dd>{item.from}</dd>
      </dl>
    )}
    <ReviewFoot>
      <Button variant="primary" onPress={() => void settleConflicts([item], 'standing')}>
        Keep mine <CandidateKbd rank={0} />
      </Button>
      <Button onPress={() => void settleConflicts([item], 'other')}>
        Use the other <CandidateKbd rank={1} />
      </Button>
      <OpenRecordButton item={item} record={recordOfPlace(item)} />
      <ChooseForAll alike={alike} />
      <p>Nothing is lost until you choose, and you can undo a choice.</p>
    </ReviewFoot>
  </>
);

const Part = ({ item, items, onSee, ...acts }: PartProps) => {
  switch (item.kind) {
    case 'file-repaired':
      return <RepairDetail item={item} onSee={onSee} />;
    case 'conflict':
      return (
        <ConflictDetail
          item={item}
          alike={items.filter(isConflict).filter(({ from }) => from === item.from)}
        />
      );
    case 'thing-lost':
      return <LossDetail item={item} onAccept={onSee} />;
    case 'copy-left':
      return <LeftCopyDetail item={item} />;
    case 'same-name':
      return (
        <>
          <p className={styles.outcome}>
            Merging keeps the passages and notes of both. If they mean different things, rename one instead.
          </p>
          <ReviewFoot>
            <Button variant="primary" onPress={() => void mergeSameName(item)}>
              Merge the two {item.of === 'tag' ? 'tags' : 'sources'}
            </Button>
            <Button onPress={() => openItem(item)}>
              Open the newer one <Kbd keys="Enter" />
            </Button>
            <p>You can undo this.</p>
          </ReviewFoot>
        </>
      );
    case 'recovered':
      return <RecoveredDetail item={item} />;
    case 'file-unreadable':
      return <FaultDetail item={item} />;
    case 'text-altered':
      return (
        <>
          <p>
            You can read the text, but not highlight, cite or export it. Your passages and the original file
            are unchanged.
          </p>
          <ReviewFoot>
            <AlteredTextActs articleId={item.articleId} isAccepted={false} onRestored={() => undefined} />
            <OpenRecordButton item={item} record="article" />
          </ReviewFoot>
        </>
      );
    case 'citation-incomplete':
      return (
        <>
          <p className={styles.outcome}>The article has {printHasNo(item.missingFields)}.</p>
          <ReviewFoot>
            <Button variant="primary" onPress={() => goToMissingField(item)}>
              Fill in what is missing <Kbd keys="Enter" />
            </Button>
            <p>The fields are in the article’s details.</p>
          </ReviewFoot>
        </>
      );
    case 'translation-outdated':
      return <OutdatedTranslation item={item} />;
    case 'evidence-changed':
      return <EvidenceDetail item={item} />;
    case 'fallen':
      return <FallDetail item={item} />;
    case 'event-unsupported':
      return <UnsupportedDetail item={item} />;
    default:
      return <PassageReviewDetail item={item} {...acts} />;
  }
};

type ProgressProps = Pick<ReviewDetailProps, 'position' | 'left' | 'done'>;

/** As many segments fit; with more items a proportion is drawn. */
const MOST_SEGMENTS = 24;

/** How many are decided, which is current, and how many are left. */
const Progress = ({ position, left, done }: ProgressProps) => {
  const all = done + left;
  const scale = Math.min(1, MOST_SEGMENTS / Math.max(all, 1));
  const segments = Array.from({ length: Math.ceil(all * scale) }, (_, at) => at);
  const here = Math.floor((done + position) * scale);
  return (
    <p className={styles.progress}>
      <span className={styles.segments} aria-hidden>
        {segments.map((at) => (
          <i key={at} data-is={at === here ? 'here' : at < Math.floor(done * scale) ? 'done' : 'left'} />
        ))}
      </span>
      {position + 1} of {left} left{done > 0 && `, ${done.toLocaleString('en-GB')} decided`}
    </p>
  );
};

/** The record and the place: "Ships turned back · ¶5". */
const subjectOf = (item: ReviewItem): string =>
  'old' in item ? joinFacts([titleOf(item), printQuotePlace(item.old)]) : titleOf(item);

/** One item, and what can be done about it. */
export const ReviewDetail = ({ item, position, left, done, heading, ...acts }: ReviewDetailProps) => (
  <>
    <PageHead
      acts={
        <span className={styles.steps}>
          <Button isSmall variant="quiet" onPress={() => runCommand('needs.previous')}>
            Previous <CommandKbd command="needs.previous" />
          </Button>
          <Button isSmall variant="quiet" onPress={() => runCommand('needs.next')}>
            Next <CommandKbd command="needs.next" />
          </Button>
        </span>
      }
    >
      <Progress position={position} left={left} done={done} />
      <h2 ref={heading} tabIndex={-1} className={styles.question}>
        {questionOf(item)}
      </h2>
      <p className={styles.subject} dir="auto">
        {subjectOf(item)}
      </p>
      <p className={styles.sentence}>{printHappened(item)}</p>
    </PageHead>
    <div>
      <Part item={item} {...acts} />
    </div>
  </>
);
