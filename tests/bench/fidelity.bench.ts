// What the checks of a memo see of memos that say something else than what they cite, and what they say of memos that
// are right: each kind with how many were caught as an error or a warning, and each miss and false alarm by its words.

import { cleanMemos } from '../support/memo/fidelity/clean-memos.ts';
import { falsifiedMemos } from '../support/memo/fidelity/falsified-memos.ts';
import { type FidelityCase, findingsOfCase } from '../support/memo/fidelity/fidelity-case.ts';

const kindsOf = (cases: readonly FidelityCase[]): readonly string[] => [
  ...new Set(cases.map(({ kind }) => kind)),
];

let missed = 0;
for (const kind of kindsOf(falsifiedMemos)) {
  const cases = falsifiedMemos.filter((each) => each.kind === kind);
  const found = cases.map((each) => ({ each, findings: findingsOfCase(each) }));
  const errors = found.filter(({ findings }) => findings.some(({ level }) => level === 'error')).length;
  const caught = found.filter(({ findings }) => findings.length > 0).length;
  console.log(`${kind.padEnd(28)} ${caught} of ${cases.length} caught, ${errors} as errors`);
  for (const { each, findings } of found) {
    if (findings.length === 0) console.log(`  missed: ${each.memo}`);
  }
  missed += cases.length - caught;
}
let alarms = 0;
for (const each of cleanMemos) {
  const findings = findingsOfCase(each);
  if (findings.length === 0) continue;
  alarms += 1;
  console.log(`  false alarm: ${each.memo}`);
  for (const { level, rule, message } of findings) console.log(`    ${level} ${rule}: ${message}`);
}
console.log(`${falsifiedMemos.length - missed} of ${falsifiedMemos.length} falsified memos caught`);
console.log(`${alarms} of ${cleanMemos.length} clean memos raise an alarm`);
if (missed > 0 || alarms > 0) process.exitCode = 1;
