import { CircleAlert, Info } from 'lucide-react';
import type { MemoProblem } from '#domain/contract/memos.ts';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import styles from './panel.module.css';
import { problemKey, problemWords } from './problem-words.ts';

type ProblemListProps = {
  readonly title: string;
  readonly problems: readonly MemoProblem[];
  readonly onGoTo?: (problem: MemoProblem) => void;
};

/** One severity's problems under a heading. */
export const ProblemList = ({ title, problems, onGoTo }: ProblemListProps) => (
  <section className={styles.problems}>
    <h3 className={styles.problemsTitle}>
      {title} <span>{problems.length}</span>
    </h3>
    <ul>
      {problems.map((problem) => (
        <li key={problemKey(problem)} data-severity={problem.severity}>
          {problem.severity === 'must' ? (
            <CircleAlert size={14} aria-hidden />
          ) : (
            <Info size={14} aria-hidden />
          )}
          {onGoTo === undefined ? (
            <span>{problemWords(problem)}</span>
          ) : (
            <button type="button" onClick={() => onGoTo(problem)}>
              {problemWords(problem)}
            </button>
          )}
        </li>
      ))}
    </ul>
  </section>
);

export type ChecksPanelProps = {
  readonly problems: readonly MemoProblem[] | undefined;
  readonly onGoTo: (problem: MemoProblem) => void;
};

/** What must be fixed and what should be seen before the memo is handed over. */
export const ChecksPanel = ({ problems, onGoTo }: ChecksPanelProps) => {
  if (problems === undefined) return null;
  if (problems.length === 0) {
    return (
      <EmptyState title="Nothing stands in the way">
        Every citation stands, and nothing is left out.
      </EmptyState>
    );
  }
  const must = problems.filter(({ severity }) => severity === 'must');
  const should = problems.filter(({ severity }) => severity === 'should');
  return (
    <div className={styles.scroll}>
      {must.length > 0 && <ProblemList title="Must fix" problems={must} onGoTo={onGoTo} />}
      {should.length > 0 && <ProblemList title="Should see" problems={should} onGoTo={onGoTo} />}
    </div>
  );
};
