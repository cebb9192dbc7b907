import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { localCache } from '../run/paths.mjs';
import { moduleCommand, runCommand } from '../run/run-command.mjs';
import { readPlaywrightTally, readVitestTally } from './test-reports.mjs';

/** An app uses about one core while it starts, and mostly waits for the test after that. */
export const APPS_AT_A_TIME = Math.min(2, availableParallelism());

/** Far longer than either takes on a loaded machine. */
const LIMIT_MS = 45 * 60_000;

/**
 * Runs the unit tests.
 *
 * @param {string[]} [args] of vitest
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
export async function runUnitTests(args = []) {
  const results = freshResultsFile('unit.json');
  const [program, words] = moduleCommand('vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${results}`,
    ...args,
  ]);
  return readVitestTally(results, await runCommand(program, words, { limitMs: LIMIT_MS }));
}

/**
 * Runs tests on the real app.
 *
 * @param {object} setting
 * @param {string[]} setting.projects of playwright.config.ts
 * @param {string} setting.executable the Electron, or the packaged app
 * @param {string[]} setting.displays invisible ones, one app at a time on each; none if there is a real one
 * @param {NodeJS.ProcessEnv} [setting.env] added to the environment
 * @param {number} [setting.limitMs] after which everything still running counts as a failure
 * @param {string[]} [args] of playwright
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
export async function runWindowTests(
  { projects, executable, displays, env = {}, limitMs = LIMIT_MS },
  args = [],
) {
  const results = freshResultsFile(`${projects.join('-')}.json`);
  const [program, words] = moduleCommand('@playwright/test/cli.js', [
    'test',
    ...projects.map((name) => `--project=${name}`),
    `--global-timeout=${limitMs}`,
    ...args,
  ]);
  // Playwright ends at its own limit, with a report; a hanging worker survives that.
  const code = await runCommand(program, words, {
    limitMs: limitMs + 2 * 60_000,
    env: {
      ...process.env,
      ...env,
      PRECIS_ELECTRON: executable,
      PRECIS_RESULTS: results,
      PRECIS_DISPLAYS: displays.join(' '),
    },
  });
  return readPlaywrightTally(results, code);
}

/** @param {string} name */
function freshResultsFile(name) {
  const file = join(localCache, 'results', name);
  rmSync(file, { force: true });
  return file;
}
