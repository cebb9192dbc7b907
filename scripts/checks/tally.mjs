import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { localCache } from '../run/paths.mjs';

/**
 * How many tests passed, failed and were skipped, and which failed.
 *
 * @typedef {{passed: number, failed: number, skipped: number, failures: string[]}} Tally
 */

/** @type {Tally} */
export const emptyTally = { passed: 0, failed: 0, skipped: 0, failures: [] };

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
      failures: [...sum.failures, ...tally.failures],
    }),
    emptyTally,
  );

/**
 * The failures, a line each, and the counts as the last line.
 *
 * @param {Tally} tally
 * @returns {string}
 */
export function describeTally({ passed, failed, skipped, failures }) {
  const counts = `${passed} passed, ${failed} failed`;
  return [
    ...failures.map((name) => `failed: ${name}`),
    skipped === 0 ? counts : `${counts}, ${skipped} skipped`,
  ].join('\n');
}

/**
 * The file where a test command leaves its counts for a caller that adds further checks; the caller names it in
 * `PRECIS_TALLY`, a different name for each of several parallel commands.
 *
 * @param {string} [name]
 */
const recordFile = (name = process.env.PRECIS_TALLY ?? 'tally') =>
  join(localCache, 'results', `${name}.json`);

/** @param {Tally} tally */
export function recordTally(tally) {
  mkdirSync(dirname(recordFile()), { recursive: true });
  writeFileSync(recordFile(), JSON.stringify(tally));
}

/**
 * @param {string} name
 * @returns {Tally | null} the last counts of the test command with that name, unless forgotten
 */
export const recallTally = (name) =>
  existsSync(recordFile(name)) ? JSON.parse(readFileSync(recordFile(name), 'utf8')) : null;

/** @param {string} name */
export const forgetTally = (name) => rmSync(recordFile(name), { force: true });
