import { CheckCheck, CircleAlert, Info } from 'lucide-react';
import { useState } from 'react';
import type { MemoProblem } from '#domain/contract/memo.ts';
import { equalJson } from '#domain/equal-json.ts';
import { findingOf } from '#domain/memo/checks/overrule-problems.ts';
import type { Finding } from '#domain/memo/stated-reason.ts';
import { ReasonField } from '#renderer/parts/field/ReasonField.tsx';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import styles from '../panel/panel.module.css';
import { problemWords } from './problem-words.ts';

const signs = { must: CircleAlert, should: Info, overruled: CheckCheck } as const;

/** Keeps with the memo why a finding is left as it is; null takes the reason back. */
export type StateReason = (finding: Finding, reason: string | null) => void | Promise<void>;

type OverruleProps = {
  readonly problem: MemoProblem;
  readonly finding: Finding;
  readonly onState: StateReason;
  readonly isActedOn: boolean;
};

/** The reason for which the problem stands, or the way to state one. */
const Overrule = ({ problem, finding, onState, isActedOn }: OverruleProps) => {
  const [isAsking, setIsAsking] = useState(false);
  if (isAsking) {
    return (
      <ReasonField
        label="Why is it right as it is?"
        hint="Kept with the memo. If the words change, the check asks again."
        act="Keep the reason"
        onGive={(reason) => {
          setIsAsking(false);
          void onState(finding, reason);
        }}
        onCancel={() => setIsAsking(false)}
      />
    );
  }
  if (problem.severity !== 'overruled') {
    return (
      <Button isSmall variant="quiet" autoFocus={isActedOn} onPress={() => setIsAsking(true)}>
        It is right, because…
      </Button>
    );
  }
  return (
    <div className={styles.reason}>
      <p>Because: {problem.reason}</p>
      <Button isSmall variant="quiet" autoFocus={isActedOn} onPress={() => void onState(finding, null)}>
        Take back
      </Button>
    </div>
  );
};

export type ProblemItemProps = {
  readonly problem: MemoProblem;
  readonly onGoTo?: ((problem: MemoProblem) => void) | undefined;
  readonly onState?: StateReason | undefined;
  /** What was stated or taken back last: its row goes to another list, and the focus goes with it. */
  readonly actedOn?: Finding | null;
};

/** One problem: its words lead to its place; what a person can overrule says so beneath. */
export const ProblemItem = ({ problem, onGoTo, onState, actedOn = null }: ProblemItemProps) => {
  const Sign = signs[problem.severity];
  const finding = findingOf(problem);
  return (
    <li data-severity={problem.severity}>
      <Sign size={14} aria-hidden />
      {onGoTo === undefined ? (
        <span>{problemWords(problem)}</span>
      ) : (
        <button type="button" onClick={() => onGoTo(problem)}>
          {problemWords(problem)}
        </button>
      )}
      {finding !== null && onState !== undefined && (
        <div className={styles.overrule}>
          <Overrule
            problem={problem}
            finding={finding}
            onState={onState}
            isActedOn={equalJson(finding, actedOn)}
          />
        </div>
      )}
    </li>
  );
};
