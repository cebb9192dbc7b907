/** Items about one file: it can't be read, was repaired, or is a copy that was not merged. */
import type {
  CopyToReview,
  LeftCopyReason,
  RepairToReview,
  UnreadableToReview,
} from '#domain/contract/review.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { RestoreTextButton } from '#renderer/parts/article/RestoreTextButton.tsx';
import { CommandKbd } from '#renderer/parts/menu/CommandKbd.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { OpenRecordButton, ReviewFoot, recordOf } from './ReviewFoot.tsx';
import styles from './review.module.css';
import { mergeLeftCopy } from './settle-item.ts';

/** Why a file can't be read, and what can be done. */
export const FaultDetail = ({ item }: { readonly item: UnreadableToReview }) => {
  const { fault, articleId } = item;
  const { title, text } = errorWords(fault);
  return (
    <>
      <p className={styles.outcome}>
        {title} {text}
      </p>
      <dl className={joinClasses('facts-list', styles.files)}>
        <dt>File</dt>
        <dd>{fault.file}</dd>
      </dl>
      <ReviewFoot>
        {articleId !== null && fault.file.endsWith('/body.json') && (
          <RestoreTextButton articleId={articleId} />
        )}
        <OpenRecordButton item={item} record={recordOf(item)} />
        <Button onPress={() => runCommand('archive.check')}>Check the archive…</Button>
      </ReviewFoot>
    </>
  );
};

const reasons: Readonly<Record<LeftCopyReason, string>> = {
  'written-once':
    'Files of this kind are written once and are the same everywhere. The copy differs: it was altered on one of the computers.',
  damaged: 'The copy can’t be read: it is damaged or incomplete.',
  newer: 'A newer version of Precis wrote the copy. Update Precis on this computer to merge it.',
  'no-original': 'The original of the copy is missing or can’t be read.',
  'other-record': 'The copy belongs to another record than its folder. Nothing was merged.',
  'other-key':
    'The copy is another key of this archive, perhaps with another passphrase. Keep it until you know which one you need.',
  'by-hand':
    'The copy has the data of the file beside it, but its name is not one that a sync gives. Precis merges it only if you ask.',
  'not-written': 'The copy could not be written into the archive, or could not be moved.',
};

/** A conflict copy that was not merged, and what can be done. */
export const LeftCopyDetail = ({ item }: { readonly item: CopyToReview }) => (
  <>
    <p className={styles.outcome}>{reasons[item.why]}</p>
    <dl className={joinClasses('facts-list', styles.files)}>
      <dt>File</dt>
      <dd>{item.name}</dd>
    </dl>
    <ReviewFoot>
      {item.why === 'by-hand' && (
        <Button variant="primary" onPress={() => void mergeLeftCopy(item)}>
          Merge this copy
        </Button>
      )}
      <p>Nothing was changed. The copy is listed until you merge it or move it out of the archive.</p>
    </ReviewFoot>
  </>
);

type RepairDetailProps = { readonly item: RepairToReview; readonly onSee: () => void };

const outcomeOf = ({ hasBackup, quarantinedAs, isInClear }: RepairToReview): string => {
  if (isInClear === true)
    return `This file is unencrypted in an encrypted archive. Anyone could have put it there, so Precis did not read it. ${hasBackup ? 'Precis uses its earlier version.' : 'There is no earlier version.'}`;
  if (hasBackup) return 'Precis uses its earlier version, so the last change may be missing.';
  return quarantinedAs === null
    ? 'The file is missing and had no earlier version.'
    : 'The file had no earlier version, so its contents can’t be shown.';
};

/** What happened to a damaged file, and where its bytes are. */
export const RepairDetail = ({ item, onSee }: RepairDetailProps) => {
  const { file, quarantinedAs } = item;
  return (
    <>
      <p className={styles.outcome}>{outcomeOf(item)}</p>
      <dl className={joinClasses('facts-list', styles.files)}>
        <dt>File</dt>
        <dd>{file}</dd>
        {quarantinedAs !== null && (
          <>
            <dt>{item.isInClear === true ? 'Unread bytes, kept as' : 'Damaged bytes, kept as'}</dt>
            <dd>{quarantinedAs}</dd>
          </>
        )}
      </dl>
      <ReviewFoot>
        <OpenRecordButton item={item} record={recordOf(item)} variant="primary" />
        <Button onPress={onSee}>
          Dismiss <CommandKbd command="needs.see" />
        </Button>
        <p>The bytes stay where they are. The file is listed again if it is damaged again.</p>
      </ReviewFoot>
    </>
  );
};
