import type { LeftCopyNeed, LeftCopyReason } from '#domain/contract/needs.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import styles from '../needs.module.css';
import { mergeLeftCopy } from '../settle-need.ts';

const reasons: Readonly<Record<LeftCopyReason, string>> = {
  'written-once':
    'Files of this kind are written once and are the same everywhere. The copy says something else: on one of the machines it was altered.',
  damaged: 'It can’t be read: it is damaged, or was not copied whole.',
  newer: 'A newer version of Precis has written it. Update Precis on this machine, and it will be merged.',
  'no-original': 'The file of which it is a copy is gone or can’t be read.',
  'other-record':
    'It holds the notes of another article or memo than the folder that it lies in, or another record. Nothing was taken from it.',
  'other-key':
    'It is another key of this archive, perhaps opened by another passphrase. Keep it until you know which one you need.',
  'by-hand':
    'It holds the same kind of data as the file beside it, but its name is not one that a sync gives. Precis merges it if you ask.',
  'not-written': 'What it holds could not be written into the archive, or the copy could not be moved.',
};

/** A conflict copy that was not merged, and what to do about it. */
export const LeftCopyDetail = ({ need }: { readonly need: LeftCopyNeed }) => (
  <>
    <p className={styles.outcome}>{reasons[need.why]}</p>
    <dl className={joinClasses('facts-list', styles.files)}>
      <dt>File</dt>
      <dd>{need.name}</dd>
    </dl>
    <footer className={styles.acts}>
      {need.why === 'by-hand' && (
        <Button variant="primary" onPress={() => void mergeLeftCopy(need)}>
          Merge this copy
        </Button>
      )}
      <p>
        Nothing was changed. It is named here until the copy is merged, or you move it out of the archive.
      </p>
    </footer>
  </>
);
