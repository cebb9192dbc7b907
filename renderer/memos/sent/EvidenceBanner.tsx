import type { OpenMemo } from '#domain/contract/memo.ts';
import { countStandings } from '#domain/memo/citations/standing-words.ts';
import { isSeenLater } from '#domain/memo/sent/evidence-change.ts';
import { isSent } from '#domain/memo/sent/sent-state.ts';
import { printCount } from '#domain/print-count.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { Button } from '#renderer/ui/Button.tsx';
import styles from './sent.module.css';

/** Below the bar: how many citations stand in each way by newer versions, and what can be done about all of them. */
export const EvidenceBanner = ({ memo, citations }: Pick<OpenMemo, 'memo' | 'citations'>) => {
  const isKept = isSent(memo);
  const seen = memo.sending?.seenChanges ?? [];
  const later = citations.filter(
    ({ passageId, later: reading }) => reading !== undefined && !isSeenLater(seen, passageId, reading),
  );
  const same = later.filter((each) => each.later?.standing === 'same').length;
  if (later.length === 0 || (isKept && same === later.length)) return null;
  return (
    <aside className={styles.banner} aria-label="Newer versions of cited articles">
      <div className={styles.words}>
        <p>
          <strong>{isKept ? 'The evidence has changed since the memo was sent' : 'Newer versions'}</strong>:{' '}
          {countStandings(later)}.
        </p>
        {!isKept && (
          <p className="quiet-words">
            {later.length === 1 ? 'One citation cites' : `${printCount(later.length, 'citation')} cite`} an
            older version of an article. Select one to see both readings.
          </p>
        )}
      </div>
      {!isKept && same > 0 && (
        <div className={styles.acts}>
          <Button onPress={() => runCommand('memo.take-newer')}>
            {same === 1 ? 'Update the unchanged one' : `Update the ${same} unchanged ones`}
          </Button>
        </div>
      )}
    </aside>
  );
};
