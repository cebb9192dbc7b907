import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addTallies, describeTally } from '../../../scripts/checks/tally.mjs';
import { readPlaywrightTally, readVitestTally } from '../../../scripts/checks/test-reports.mjs';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';

describe('the sum of the tests', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await makeTemporaryFolder();
  });
  afterEach(() => removeFolder(folder));

  const report = async (content: unknown): Promise<string> => {
    const file = join(folder, 'report.json');
    await writeFile(file, JSON.stringify(content));
    return file;
  };
  const vitestReport = (numPassedTests: number, numFailedTests: number) =>
    report({ numPassedTests, numFailedTests, numPendingTests: 2, numTodoTests: 1, testResults: [] });

  it('reads what the unit tests counted', async () => {
    expect(readVitestTally(await vitestReport(7, 1), 1)).toMatchObject({ passed: 7, failed: 1, skipped: 3 });
  });

  it('names the unit tests that failed, and the files that could not be loaded', async () => {
    const file = await report({
      ...{ numPassedTests: 1, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0 },
      testResults: [
        {
          ...{ name: 'a.test.ts', status: 'failed', message: '' },
          assertionResults: [
            { status: 'passed', fullName: 'a holds', failureMessages: [] },
            {
              status: 'failed',
              fullName: 'a counts',
              failureMessages: ['expected 1 to be 2\n    at a.test.ts:3'],
            },
          ],
        },
        { name: 'b.test.ts', status: 'failed', message: 'Cannot find module', assertionResults: [] },
      ],
    });
    expect(readVitestTally(file, 1).failures).toEqual([
      'a.test.ts: a counts: expected 1 to be 2',
      'b.test.ts: Cannot find module',
    ]);
  });

  it('reads what the tests on the app counted, where one that passed on a second try has passed', async () => {
    const spec = (title: string, ok: boolean) => ({ title, ok, file: 'reader.spec.ts', line: 7 });
    const file = await report({
      stats: { expected: 4, unexpected: 1, flaky: 2, skipped: 0 },
      suites: [{ specs: [], suites: [{ specs: [spec('opens', true), spec('closes', false)] }] }],
    });
    expect(readPlaywrightTally(file, 1)).toEqual({
      ...{ passed: 6, failed: 1, skipped: 0 },
      failures: ['reader.spec.ts:7: closes'],
    });
  });

  it('counts a run that failed without a failed test as one failure', async () => {
    expect(readVitestTally(await vitestReport(7, 0), 1)).toMatchObject({ passed: 7, failed: 1 });
  });

  it('counts a run that left no report as one failure', () => {
    expect(readVitestTally(join(folder, 'missing.json'), 0)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('counts a run without a single test as one failure', async () => {
    expect(readVitestTally(await vitestReport(0, 0), 0)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('adds up, and ends with a line that names the skipped only where there are some', () => {
    const sum = addTallies(
      { passed: 3, failed: 0, skipped: 0, failures: [] },
      { passed: 4, failed: 1, skipped: 0, failures: ['lint'] },
    );
    expect(describeTally(sum)).toBe('failed: lint\n7 passed, 1 failed');
    expect(describeTally({ ...sum, failures: [], skipped: 2 })).toBe('7 passed, 1 failed, 2 skipped');
  });
});
