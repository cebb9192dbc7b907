import type { LossNeed } from '#domain/contract/needs.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { CommandKbd } from '#renderer/parts/menu/CommandKbd.tsx';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import styles from '../needs.module.css';
import { openNeed } from '../settle-need.ts';

export type LossDetailProps = { readonly need: LossNeed; readonly onAccept: () => void };

const outcomes: Readonly<Record<LossNeed['how'], string>> = {
  gone: 'If somebody removed it in a file manager, or a sync took it away, restore it from a backup. If you meant to delete it, accept that.',
  altered:
    'What it says now is shown as it is. Compare it with a backup, or accept it as it is if you know who changed it and why.',
  'manifest-lost':
    'Anything that went missing before that can’t be noticed. Compare the archive with a backup if in doubt.',
  'manifest-unreadable':
    'Everything else in the archive can be read. Move what stands in its place away, and Precis makes it again.',
  'manifest-forged': 'Nothing in the archive was changed because of it.',
};

const acceptNames: Readonly<Record<LossNeed['how'], string>> = {
  gone: 'Accept as deleted',
  altered: 'Accept as it is now',
  'manifest-lost': 'Dismiss',
  'manifest-unreadable': 'Dismiss',
  'manifest-forged': 'Dismiss',
};

/** Something that is gone or was altered, and what can be done about it. */
export const LossDetail = ({ need, onAccept }: LossDetailProps) => {
  const { how, file, articleId, memoId } = need;
  return (
    <>
      <p className={styles.outcome}>{outcomes[how]}</p>
      <dl className={joinClasses('facts-list', styles.files)}>
        <dt>File</dt>
        <dd>{file}</dd>
      </dl>
      <footer className={styles.acts}>
        <Button variant="primary" onPress={() => runCommand('backup.restore')}>
          Restore from a backup…
        </Button>
        {(articleId !== null || memoId !== null) && (
          <Button onPress={() => openNeed(need)}>
            {articleId === null ? 'Open the memo' : 'Open the article'} <Kbd keys="Enter" />
          </Button>
        )}
        <Button onPress={onAccept}>
          {acceptNames[how]} <CommandKbd command="needs.see" />
        </Button>
        {(how === 'gone' || how === 'altered') && <p>You can undo this.</p>}
      </footer>
    </>
  );
};
