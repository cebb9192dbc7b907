import type { Memo } from '../memo.ts';
import { type Finding, findReason } from '../stated-reason.ts';
import { quoteFaultTable } from '../verbatim/quote-fault.ts';
import type { MemoProblem } from './memo-problem.ts';

/** How a reason names the problem; null for one that no reason can overrule. */
export const findingOf = (problem: MemoProblem): Finding | null => {
  if (problem.kind !== 'quote-not-verbatim' || !quoteFaultTable[problem.fault.fault].canBeOverruled)
    return null;
  return { rule: problem.fault.fault, place: `${problem.passageId} ${problem.quote}` };
};

/** The problems, where those for which the memo states a reason no longer stand in the way. */
export const overruleProblems = (
  problems: readonly MemoProblem[],
  { statedReasons }: Memo,
): readonly MemoProblem[] =>
  problems.map((problem) => {
    const finding = findingOf(problem);
    const stated = finding === null ? null : findReason(statedReasons, finding);
    return stated === null ? problem : { ...problem, severity: 'overruled', reason: stated.reason };
  });
