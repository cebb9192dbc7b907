import type { MemoProblem } from '#domain/contract/memo.ts';
import { checkMemo } from '#domain/memo/checks/check-memo.ts';
import { overruleProblems } from '#domain/memo/checks/overrule-problems.ts';
import { checkPrintedQuotes } from '#domain/memo/checks/quotes/check-printed-quotes.ts';
import { createYielder, runYielding } from '#electron/time/yielder.ts';
import type { PreparedMemo } from './prepare-memo.ts';

/**
 * What the domain finds in a memo and in what it prints. Of a passage that is said to have changed no more is said;
 * a problem that the memo states a reason for is overruled, and a quote that stands twice is named once. It yields to
 * the event loop: words that stand in a long text a hundred thousand times are looked at in many places.
 */
export const listMemoProblems = async ({
  memo,
  material,
  document,
}: PreparedMemo): Promise<readonly MemoProblem[]> => {
  const yielder = createYielder();
  const found = await runYielding(checkMemo(memo, material), yielder);
  const changed = new Set(
    found.flatMap((problem) => (problem.kind === 'evidence-changed' ? problem.passageId : [])),
  );
  const printed = await runYielding(checkPrintedQuotes(document, memo, material), yielder);
  const misquotes = printed.filter((problem) => !('passageId' in problem && changed.has(problem.passageId)));
  const once = new Map([...misquotes, ...found].map((problem) => [JSON.stringify(problem), problem]));
  return overruleProblems([...once.values()], memo);
};
