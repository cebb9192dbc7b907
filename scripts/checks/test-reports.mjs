import { existsSync, readFileSync } from 'node:fs';
import { emptyTally } from './tally.mjs';

/**
 * The parts of the two reports that are used.
 *
 * @typedef {{status: string, fullName: string, failureMessages: string[]}} VitestAssertion
 * @typedef {{name: string, status: string, message: string, assertionResults: VitestAssertion[]}} VitestFile
 * @typedef {{numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 * testResults: VitestFile[]}} VitestReport
 * @typedef {{title: string, file: string, line: number, ok: boolean}} PlaywrightSpec
 * @typedef {{specs: PlaywrightSpec[], suites?: PlaywrightSuite[]}} PlaywrightSuite
 * @typedef {{stats: {expected: number, unexpected: number, flaky: number, skipped: number}, suites: PlaywrightSuite[]}}
 * PlaywrightReport
 */

/**
 * The result of a Vitest run, from its JSON reporter.
 *
 * @param {string} file
 * @param {number} exitCode
 * @returns {import('./tally.mjs').Tally}
 */
export const readVitestTally = (file, exitCode) =>
  readTally(file, exitCode, (/** @type {VitestReport} */ report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: report.testResults.flatMap(vitestFailures),
  }));

/**
 * The result of a Playwright run, from its JSON reporter.
 *
 * @param {string} file
 * @param {number} exitCode
 * @returns {import('./tally.mjs').Tally}
 */
export const readPlaywrightTally = (file, exitCode) =>
  readTally(file, exitCode, (/** @type {PlaywrightReport} */ { stats, suites }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
    failures: suites.flatMap(playwrightFailures),
  }));

/**
 * @param {VitestFile} file
 * @returns {string[]}
 */
function vitestFailures({ name, status, message, assertionResults }) {
  const failed = assertionResults.filter((assertion) => assertion.status === 'failed');
  if (failed.length === 0) return status === 'failed' ? [`${name}: ${firstLine(message)}`] : [];
  return failed.map(
    ({ fullName, failureMessages }) => `${name}: ${fullName}: ${firstLine(failureMessages[0] ?? '')}`,
  );
}

/**
 * @param {PlaywrightSuite} suite
 * @returns {string[]}
 */
const playwrightFailures = ({ specs, suites = [] }) => [
  ...specs.filter(({ ok }) => !ok).map(({ file, line, title }) => `${file}:${line}: ${title}`),
  ...suites.flatMap(playwrightFailures),
];

/** @param {string} text */
const firstLine = (text) => text.split('\n', 1)[0];

/**
 * A run that failed without a failed test (a file that could not be loaded, a crash, no test at all) counts as one
 * failure, so that it is never lost in the sum.
 *
 * @template Report
 * @param {string} file
 * @param {number} exitCode
 * @param {(report: Report) => import('./tally.mjs').Tally} read
 * @returns {import('./tally.mjs').Tally}
 */
function readTally(file, exitCode, read) {
  const tally = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : emptyTally;
  const hasSilentFailure = tally.failed === 0 && (exitCode !== 0 || tally.passed === 0);
  if (!hasSilentFailure) return tally;
  const reason = tally.passed === 0 ? 'no test was counted' : 'the run failed beside its tests';
  return {
    ...tally,
    failed: 1,
    failures: tally.failures.length === 0 ? [`${file}: ${reason} (exit code ${exitCode})`] : tally.failures,
  };
}
