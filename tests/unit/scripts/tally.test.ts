import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  addTallies,
  describeTally,
  readPlaywrightTally,
  readVitestTally,
} from '../../../scripts/checks/tally.mjs';
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
    report({ numPassedTests, numFailedTests, numPendingTests: 2, numTodoTests: 1 });

  it('reads what the unit tests counted', async () => {
    expect(readVitestTally(await vitestReport(7, 1), 1)).toEqual({ passed: 7, failed: 1, skipped: 3 });
  });

  it('reads what the tests on the app counted, where one that passed on a second try has passed', async () => {
    const file = await report({ stats: { expected: 4, unexpected: 1, flaky: 2, skipped: 0 } });
    expect(readPlaywrightTally(file, 1)).toEqual({ passed: 6, failed: 1, skipped: 0 });
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

  it('adds up, and says so in one line that names the skipped only where there are some', () => {
    const sum = addTallies({ passed: 3, failed: 0, skipped: 0 }, { passed: 4, failed: 1, skipped: 0 });
    expect(describeTally(sum)).toBe('7 passed, 1 failed');
    expect(describeTally({ ...sum, skipped: 2 })).toBe('7 passed, 1 failed, 2 skipped');
  });
});
