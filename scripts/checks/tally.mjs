import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { localCache } from '../run/paths.mjs';

/**
 * How many tests passed, failed and were skipped.
 *
 * @typedef {{passed: number, failed: number, skipped: number}} Tally
 */

/**
 * The parts of the two reports that are read.
 *
 * @typedef {{numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number}} VitestReport
 * @typedef {{stats: {expected: number, unexpected: number, flaky: number, skipped: number}}} PlaywrightReport
 */

/** @type {Tally} */
const emptyTally = { passed: 0, failed: 0, skipped: 0 };

/**
 * @param {Tally[]} tallies
 * @returns {Tally}
 */
export const addTallies = (...tallies) =>
  tallies.reduce(
    (sum, tally) => ({
      passed: sum.passed + tally.passed,
      failed: sum.failed + tally.failed,
      skipped: sum.skipped + tally.skipped,
    }),
    emptyTally,
  );

/**
 * @param {Tally} tally
 * @returns {string}
 */
export function describeTally({ passed, failed, skipped }) {
  const counts = `${passed} passed, ${failed} failed`;
  return skipped === 0 ? counts : `${counts}, ${skipped} skipped`;
}

/**
 * What a run of Vitest wrote with its JSON reporter.
 *
 * @param {string} file
 * @param {number} exitCode
 * @returns {Tally}
 */
export const readVitestTally = (file, exitCode) =>
  readTally(file, exitCode, (/** @type {VitestReport} */ report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }));

/**
 * What a run of Playwright wrote with its JSON reporter.
 *
 * @param {string} file
 * @param {number} exitCode
 * @returns {Tally}
 */
export const readPlaywrightTally = (file, exitCode) =>
  readTally(file, exitCode, (/** @type {PlaywrightReport} */ { stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  }));

/**
 * A run that failed without a failed test (a file that could not be loaded, a crash, no test at all) counts
 * as one failure: it is never lost in the sum.
 *
 * @template Report
 * @param {string} file
 * @param {number} exitCode
 * @param {(report: Report) => Tally} read
 * @returns {Tally}
 */
function readTally(file, exitCode, read) {
  const tally = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : emptyTally;
  const hasSilentFailure = tally.failed === 0 && (exitCode !== 0 || tally.passed === 0);
  return hasSilentFailure ? { ...tally, failed: 1 } : tally;
}

/** Where a test command leaves its sum for whoever adds further checks to it. */
const recordFile = join(localCache, 'results', 'tally.json');

/** @param {Tally} tally */
export function recordTally(tally) {
  mkdirSync(dirname(recordFile), { recursive: true });
  writeFileSync(recordFile, JSON.stringify(tally));
}

/** @returns {Tally | null} what the last test command counted, unless it was forgotten */
export const recallTally = () =>
  existsSync(recordFile) ? JSON.parse(readFileSync(recordFile, 'utf8')) : null;

export const forgetTally = () => rmSync(recordFile, { force: true });
