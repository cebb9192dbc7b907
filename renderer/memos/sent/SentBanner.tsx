import type { OpenMemo } from '#domain/contract/memo.ts';
import type { RelatedMemo } from '#domain/memo/citations/memo-material.ts';
import { countStandings } from '#domain/memo/citations/standing-words.ts';
import type { Memo } from '#domain/memo/memo.ts';
import { printDay } from '#domain/memo/print/print-date.ts';
import { isSeenLater } from '#domain/memo/sent/evidence-change.ts';
import { isSent } from '#domain/memo/sent/sent-state.ts';
import { printCount } from '#domain/print-count.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { memoKindNames, memoStateNames } from '#renderer/parts/memo/memo-names.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { goTo } from '#renderer/window/navigation.ts';
import styles from './sent.module.css';

const MemoLink = ({ memo }: { readonly memo: RelatedMemo }) => (
  <button type="button" className={styles.link} onClick={() => goTo({ view: 'memos', memoId: memo.id })}>
    {memo.head.referenceNumber}
  </button>
);

const sendingWords = ({ sending }: Pick<Memo, 'sending'>): string => {
  if (sending === null) return 'The recipients were not recorded.';
  const way = sending.way === '' ? '' : `, ${sending.way}`;
  return `${printDay(sending.sentOn)}${way}, to ${sending.recipients.join('; ')}.`;
};

const Held = ({ memo }: { readonly memo: RelatedMemo }) =>
  memo.sending === null ? null : (
    <span>
      {' '}
      {memo.head.referenceNumber} was sent to {memo.sending.recipients.join('; ')}.
    </span>
  );

/** How a memo relates to the one that it supersedes, and who has that one. */
const Supersedes = ({ memo, before }: { readonly memo: Memo; readonly before: RelatedMemo }) => (
  <p>
    <strong>{memoKindNames[memo.kind]}</strong> of <MemoLink memo={before} />
    {isSent(memo) ? '.' : ', which stays valid until this one is sent.'}
    <Held memo={before} />
  </p>
);

/** Below the bar: that the memo was sent and is read-only, who has it, and how it relates to another one. */
export const SentBanner = ({ memo, lineage }: Pick<OpenMemo, 'memo' | 'lineage'>) => {
  const { supersedes, supersededBy } = lineage;
  const isKept = isSent(memo);
  if (!isKept && supersedes === null) return null;
  return (
    <aside className={styles.banner} aria-label="Status of this memo" data-state={memo.state}>
      <div className={styles.words}>
        {isKept && (
          <p>
            <strong>{memoStateNames[memo.state]}</strong>
            {supersededBy !== null && (
              <>
                {' by '}
                <MemoLink memo={supersededBy} />
              </>
            )}
            {memo.state === 'sent' ? ' ' : '. Sent '}
            {sendingWords(memo)}
          </p>
        )}
        {supersedes !== null && <Supersedes memo={memo} before={supersedes} />}
        {isKept && <p className="quiet-words">Read-only. To change it, start:</p>}
      </div>
      <div className={styles.acts}>
        {supersedes !== null && <Button onPress={() => runCommand('memo.compare-before')}>Compare…</Button>}
        {isKept ? (
          <>
            <Button onPress={() => runCommand('memo.update')}>Update</Button>
            <Button onPress={() => runCommand('memo.correct')}>Correction</Button>
            <Button onPress={() => runCommand('memo.withdraw')}>Withdrawal</Button>
          </>
        ) : (
          memo.kind !== 'withdrawal' && (
            <Button onPress={() => runCommand('memo.draft-changes')}>Update change table</Button>
          )
        )}
      </div>
    </aside>
  );
};

/** Below the bar: how many citations have each standing by newer versions, and acts on all of them. */
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
            {same === 1 ? 'Update the unchanged citation' : `Update the ${same} unchanged citations`}
          </Button>
        </div>
      )}
    </aside>
  );
};
