import type { LeftCopyNeed, LeftCopyReason } from '#domain/contract/needs.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import styles from '../needs.module.css';

const reasons: Readonly<Record<LeftCopyReason, string>> = {
  'written-once':
    'Files of this kind are written once and are the same everywhere. The copy says something else: on one of the machines it was altered.',
  damaged: 'It can’t be read: it is damaged, or was not copied whole.',
  newer: 'A newer version of Precis has written it. Update Precis on this machine, and it will be merged.',
  'no-original': 'The file of which it is a copy is gone or can’t be read.',
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
      <p>
        Nothing was changed. It is named here until the copy is merged, or you move it out of the archive.
      </p>
    </footer>
  </>
);
