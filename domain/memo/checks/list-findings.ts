import type { Steps } from '../../steps.ts';
import type { Memo } from '../memo.ts';
import { findReason } from '../stated-reason.ts';
import { type CheckedMemo, lookAtMemo, type MemoToCheck } from './checked-memo.ts';
import { type Finding, type Found, levels } from './finding.ts';
import type { Rule } from './rule.ts';
import { type RuleId, ruleIds, rules } from './rule-table.ts';

/** A finding of the checks of a memo. */
export type MemoFinding = Finding<RuleId>;

/** The key for a stated reason. An error accepts a reason only where its rule provides the key. */
const keyOf = (rule: RuleId, { subject, statedAs }: Found, level: Finding['level']): Finding['key'] =>
  subject === null || (level === 'error' && statedAs === undefined)
    ? null
    : { rule: statedAs ?? rule, place: subject };

const toFinding = (ruleId: RuleId, found: Found, { statedReasons }: Memo): MemoFinding => {
  const rule: Rule = rules[ruleId];
  const level = found.level ?? rule.level;
  const key = keyOf(ruleId, found, level);
  return {
    rule: ruleId,
    level,
    place: found.place,
    message: found.message,
    key,
    intended: key === null ? null : (findReason(statedReasons, key)?.reason ?? null),
    isForExport: rule.told === 'at-export',
  };
};

/** Reports a finding that is the same in two places once. */
const distinct = (findings: readonly MemoFinding[]): readonly MemoFinding[] => [
  ...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values(),
];

/** What one rule finds. */
const findBy = (rule: RuleId, memo: CheckedMemo): readonly MemoFinding[] =>
  distinct(rules[rule].check(memo).map((found) => toFinding(rule, found, memo.memo)));

/** A form can switch off warnings and hints, but never a finding that prevents sending. */
const isTold = (rule: RuleId, { material }: MemoToCheck): boolean =>
  rules[rule].level === 'error' || material.form?.skippedRules.includes(rule) !== true;

/**
 * All findings of a memo that its form does not leave out: errors, then warnings, then hints, each in the order of the
 * rules.
 */
export function* listFindings(asked: MemoToCheck): Steps<readonly MemoFinding[]> {
  const memo = yield* lookAtMemo(asked);
  const findings: MemoFinding[] = [];
  for (const rule of ruleIds.filter((id) => isTold(id, asked))) {
    findings.push(...findBy(rule, memo));
    yield;
  }
  return levels.flatMap((level) => findings.filter((finding) => finding.level === level));
}
