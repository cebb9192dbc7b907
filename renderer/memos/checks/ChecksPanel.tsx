import { useState } from 'react';
import type { MemoProblem } from '#domain/contract/memo.ts';
import type { Finding } from '#domain/memo/stated-reason.ts';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import styles from '../panel/panel.module.css';
import { ProblemItem, type ProblemItemProps, type StateReason } from './ProblemItem.tsx';
import { problemKey } from './problem-words.ts';

const titles: readonly { readonly severity: MemoProblem['severity']; readonly title: string }[] = [
  { severity: 'must', title: 'Must fix' },
  { severity: 'should', title: 'Should see' },
  { severity: 'overruled', title: 'Right, for a stated reason' },
];

export type ProblemListsProps = Omit<ProblemItemProps, 'problem'> & {
  readonly problems: readonly MemoProblem[];
};

/** The problems by severity, each under its heading; a severity without any is left out. */
export const ProblemLists = ({ problems, ...acts }: ProblemListsProps) =>
  titles.map(({ severity, title }) => {
    const found = problems.filter((problem) => problem.severity === severity);
    if (found.length === 0) return null;
    return (
      <section key={severity} className={styles.problems}>
        <h3 className={styles.problemsTitle}>
          {title} <span>{found.length}</span>
        </h3>
        <ul>
          {found.map((problem) => (
            <ProblemItem key={problemKey(problem)} problem={problem} {...acts} />
          ))}
        </ul>
      </section>
    );
  });

export type ChecksPanelProps = {
  readonly problems: readonly MemoProblem[] | undefined;
  readonly onGoTo: (problem: MemoProblem) => void;
  readonly onState: StateReason;
};

/** What must be fixed and what should be seen before the memo is handed over. */
export const ChecksPanel = ({ problems, onGoTo, onState }: ChecksPanelProps) => {
  const [actedOn, setActedOn] = useState<Finding | null>(null);
  if (problems === undefined) return null;
  if (problems.length === 0) {
    return (
      <EmptyState title="Nothing stands in the way">
        Every citation stands, and nothing is left out.
      </EmptyState>
    );
  }
  return (
    <div className={styles.scroll}>
      <h2 className="visually-hidden">Checks</h2>
      <ProblemLists
        problems={problems}
        onGoTo={onGoTo}
        actedOn={actedOn}
        onState={(finding, reason) => {
          setActedOn(finding);
          return onState(finding, reason);
        }}
      />
    </div>
  );
};
