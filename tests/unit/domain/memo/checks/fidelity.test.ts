import { describe, expect, it } from 'vitest';
import { cleanMemos } from '../../../../support/memo/fidelity/clean-memos.ts';
import { falsifiedMemos } from '../../../../support/memo/fidelity/falsified-memos.ts';
import { type FidelityCase, findingsOfCase } from '../../../../support/memo/fidelity/fidelity-case.ts';

const named = (cases: readonly FidelityCase[]) =>
  cases.map((each) => [each.kind, each.field ?? 'text', each.memo, each] as const);
/** Kinds that keep a memo back, whatever else is said of it. */
const errors: ReadonlySet<string> = new Set([
  'nearly verbatim',
  'invented',
  'one word, one number',
  'printed fields',
]);

describe('a memo that says something else than it cites', () => {
  it.each(named(falsifiedMemos))('is seen: %s, %s: %s', (kind, _field, _memo, each) => {
    const levels = findingsOfCase(each).map(({ level }) => level);
    expect(levels.length).toBeGreaterThan(0);
    if (errors.has(kind)) expect(levels).toContain('error');
  });
});

describe('a memo that says what it cites', () => {
  it.each(named(cleanMemos))('raises no alarm: %s, %s: %s', (_kind, _field, _memo, each) => {
    expect(findingsOfCase(each)).toEqual([]);
  });
});
