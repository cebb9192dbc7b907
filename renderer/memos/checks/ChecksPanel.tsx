import { memo, useState } from 'react';
import type { MemoFinding } from '#domain/contract/memo.ts';
import type { MemoId } from '#domain/ids.ts';
import type { FindingKey } from '#domain/memo/stated-reason.ts';
import { useFocusRows } from '#renderer/ui/collections/rows.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import styles from './checks.module.css';
import { type FindingActs, FindingItem, type StateReason } from './FindingItem.tsx';
import { findingId, groupFindings, toldWhileWriting } from './finding-groups.ts';

export type ChecksPanelProps = {
  readonly memoId: MemoId;
  readonly findings: readonly MemoFinding[] | undefined;
  readonly onGoTo: FindingActs['onGoTo'];
  readonly onCite: FindingActs['onCite'];
  /** Null if no reason can be saved any more: the memo was sent. */
  readonly onState: StateReason | null;
};

type FindingListsProps = {
  readonly findings: readonly MemoFinding[];
  readonly acts?: FindingActs;
};

/** The findings by level, each with a heading and count. */
const FindingLists = ({ findings, acts }: FindingListsProps) =>
  groupFindings(findings).map(({ id, title, findings: found }) => (
    <section key={id} className={styles.findings}>
      <h3 className={styles.findingsTitle}>
        {title} <span>{found.length}</span>
      </h3>
      <ul>
        {found.map((finding) => {
          const key = findingId(finding);
          return <FindingItem key={key} id={key} finding={finding} acts={acts} />;
        })}
      </ul>
    </section>
  ));

/** The results of the checks while the memo is written: errors, warnings, hints, and intended ones. */
export const ChecksPanel = memo(({ memoId, findings, onGoTo, onCite, onState }: ChecksPanelProps) => {
  const [actedOn, setActedOn] = useState<FindingKey | null>(null);
  const told = toldWhileWriting(findings ?? []);
  const rows = useFocusRows(groupFindings(told).flatMap((group) => group.findings.map(findingId)));
  if (findings === undefined) return null;
  if (told.length === 0) {
    return <EmptyState title="No findings">Every citation matches, and no rule is broken.</EmptyState>;
  }
  const state: StateReason | null =
    onState === null
      ? null
      : (key, reason) => {
          setActedOn(key);
          return onState(key, reason);
        };
  return (
    <div className={styles.scroll}>
      <h2 className="visually-hidden">Checks</h2>
      <FindingLists
        findings={told}
        acts={{ onGoTo, onCite, onState: state, memoId: onState === null ? null : memoId, actedOn, rows }}
      />
    </div>
  );
});
