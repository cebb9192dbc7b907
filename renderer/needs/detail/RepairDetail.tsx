import type { RepairNeed } from '#domain/contract/needs.ts';
import { CommandKbd } from '#renderer/parts/menu/CommandKbd.tsx';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import styles from '../needs.module.css';
import { openNeed } from '../settle-need.ts';

export type RepairDetailProps = { readonly need: RepairNeed; readonly onSee: () => void };

const outcomeOf = ({ hasBackup, quarantinedAs, isInClear }: RepairNeed): string => {
  if (isInClear === true)
    return `It lies in the clear, though the archive is encrypted, so anybody may have put it there: nothing of it was taken in. ${hasBackup ? 'The version before it was taken instead.' : 'There is no earlier version.'}`;
  if (hasBackup) return 'The version before it was taken instead: the last change to it may be missing.';
  return quarantinedAs === null
    ? 'It is gone, and it had no earlier version.'
    : 'It had no earlier version, so what it held can’t be shown.';
};

/** What has become of a damaged file, and where its bytes are. */
export const RepairDetail = ({ need, onSee }: RepairDetailProps) => {
  const { file, quarantinedAs, articleId, memoId } = need;
  return (
    <>
      <p className={styles.outcome}>{outcomeOf(need)}</p>
      <dl className={joinClasses('facts-list', styles.files)}>
        <dt>File</dt>
        <dd>{file}</dd>
        {quarantinedAs !== null && (
          <>
            <dt>{need.isInClear === true ? 'Refused bytes, kept as' : 'Damaged bytes, kept as'}</dt>
            <dd>{quarantinedAs}</dd>
          </>
        )}
      </dl>
      <footer className={styles.acts}>
        {(articleId !== null || memoId !== null) && (
          <Button variant="primary" onPress={() => openNeed(need)}>
            {articleId === null ? 'Open the memo' : 'Open the article'} <Kbd keys="Enter" />
          </Button>
        )}
        <Button onPress={onSee}>
          Dismiss <CommandKbd command="needs.see" />
        </Button>
        <p>The bytes stay where they are. It is named again if the file is damaged again.</p>
      </footer>
    </>
  );
};
