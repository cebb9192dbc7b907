import type { MemoFinding } from '#domain/contract/memo.ts';
import styles from '../panel/panel.module.css';
import { type FindingActs, FindingItem } from './FindingItem.tsx';
import { findingId, groupFindings } from './finding-groups.ts';

export type FindingListsProps = {
  readonly findings: readonly MemoFinding[];
  readonly acts?: FindingActs;
};

/** The findings by level, each under its heading with their number. */
export const FindingLists = ({ findings, acts }: FindingListsProps) =>
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
