import type { InboxState } from '#domain/contract/inbox.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { showInboxReport, useInbox } from '#renderer/parts/inbox/inbox-acts.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import styles from '../settings.module.css';

/** Why nothing comes from a folder that was chosen. A disk that is away is no fault: it is waited for. */
const troubleOf = ({ folder, isAway, refusal }: InboxState): string | null => {
  if (folder !== null && refusal !== null) {
    const { title, text } = errorWords({ code: 'inbox-refused', folder, why: refusal });
    return `${title} ${text}`;
  }
  return isAway ? 'This folder is not there now. It is watched again when it is back.' : null;
};

/** Which folder is watched for files to import, if any. */
export const InboxBox = () => {
  const { data: state } = useQuery('inbox:state', {});
  const hasReport = useInbox(({ outcomes }) => outcomes.length > 0);
  if (state === undefined) return null;
  const trouble = troubleOf(state);
  return (
    <>
      <dl className={`facts-list ${styles.facts}`}>
        <dt>Inbox folder</dt>
        <dd>{state.folder === null ? 'none' : <code>{state.folder}</code>}</dd>
      </dl>
      {trouble !== null && (
        <p role="status" className={styles.quiet}>
          {trouble}
        </p>
      )}
      <div className={styles.acts}>
        <Button onPress={() => runCommand('inbox.folder')}>
          {state.folder === null ? 'Choose an inbox folder…' : 'Change the inbox folder…'}
        </Button>
        {state.folder !== null && <Button onPress={() => runCommand('inbox.stop')}>Stop watching</Button>}
        {hasReport && <Button onPress={showInboxReport}>Report of the inbox</Button>}
      </div>
      <p className={styles.quiet}>
        While the archive is open, each file that lies in the inbox, or comes into it, is imported once it is
        complete. The files themselves are never moved, changed or deleted.
      </p>
    </>
  );
};
