// Repeats tests next to busy loops. A test that fails here relies on timing.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp } from '../app/build-app.mjs';
import { inProject } from '../run/paths.mjs';
import { SetupError, say } from '../run/say.mjs';
import { withDisplays } from '../setup/open-display.mjs';
import { setUp } from '../setup/set-up.mjs';
import { APPS_AT_A_TIME, runUnitTests, runWindowTests } from './run-tests.mjs';
import { addTallies, emptyTally } from './tally.mjs';

const HOUR_MS = 3_600_000;

/**
 * @param {string} folder below the project
 * @param {string} name
 */
const filesWith = (folder, name) =>
  readdirSync(inProject(folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:test|spec)\.tsx?$/u.test(file))
    .map((file) => join(folder, file))
    .filter((file) => file.includes(name));

/**
 * Keeps the machine busy while work is done.
 *
 * @template T
 * @param {number} loops
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function underLoad(loops, work) {
  const busy = Array.from({ length: loops }, () =>
    spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
  );
  const end = () => {
    for (const each of busy) each.kill('SIGKILL');
  };
  process.once('exit', end);
  try {
    return await work();
  } finally {
    process.off('exit', end);
    end();
  }
}

/**
 * Vitest can't repeat a file: each repetition is a separate run.
 *
 * @param {string[]} files
 * @param {number} times
 */
async function repeatUnits(files, times) {
  let sum = emptyTally;
  for (let time = 1; time <= times && sum.failed === 0; time++) {
    say(`run ${time} of ${times}`);
    sum = addTallies(sum, await runUnitTests(files));
  }
  return sum;
}

/**
 * @param {string[]} files
 * @param {number} times
 * @param {number} loops
 */
async function repeatWindows(files, times, loops) {
  const { executable } = await setUp(['display', 'pdf-tools', 'tracing']);
  await buildApp();
  const args = [`--repeat-each=${times}`, '--max-failures=1', '--retries=0', ...files];
  return withDisplays(APPS_AT_A_TIME, (displays) =>
    underLoad(loops, () =>
      runWindowTests({ projects: ['app', 'torture'], executable, displays, limitMs: 3 * HOUR_MS }, args),
    ),
  );
}

/**
 * @param {string[]} words
 * @param {string} name
 * @param {number} usual
 */
function numberOf(words, name, usual) {
  const given = words.find((word) => word.startsWith(`--${name}=`));
  return given === undefined ? usual : Number(given.slice(name.length + 3));
}

/**
 * Repeats the tests of the files whose path contains the name, until one fails or all have passed 30 times. Its words:
 * the name; --times=N: another number of times; --loops=N: another number of loops than three (0: a quiet machine).
 *
 * @param {string[]} words
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
export async function repeatUnderLoad(words) {
  const name = words.find((word) => !word.startsWith('--'));
  if (name === undefined)
    throw new SetupError('say which tests: npm run flaky -- NAME, a part of the path of a file.');
  const times = numberOf(words, 'times', 30);
  const loops = numberOf(words, 'loops', 3);
  const units = filesWith('tests/unit', name);
  const windows = [...filesWith('tests/e2e', name), ...filesWith('tests/torture', name)];
  if (units.length + windows.length === 0)
    throw new SetupError(`no file of a test has "${name}" in its path.`);
  say(`${times} times, with ${loops} busy loops: ${[...units, ...windows].join(', ')}`);
  let tally = emptyTally;
  if (units.length > 0) tally = await underLoad(loops, () => repeatUnits(units, times));
  if (windows.length > 0 && tally.failed === 0)
    tally = addTallies(tally, await repeatWindows(windows, times, loops));
  return tally;
}
