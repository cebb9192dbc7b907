// The program of .ci/run: everything that a change must pass, from a bare clone. Every stage runs, whatever the result
// of earlier ones; the last line is the sum.
import { checkSteps } from './checks/check-steps.mjs';
import { addTallies, describeTally, emptyTally, forgetTally, recallTally } from './checks/tally.mjs';
import { npmCommand, runCommand } from './run/run-command.mjs';
import { runAsProgram, say } from './run/say.mjs';

const MINUTE_MS = 60_000;
/** Far longer than a stage takes on a loaded machine: exceeding it is a failure. */
const limitsMs = new Map([
  ['npm test', 75 * MINUTE_MS],
  ['npm run torture -- --short', 45 * MINUTE_MS],
  ['package', 45 * MINUTE_MS],
]);
const OTHER_LIMIT_MS = 20 * MINUTE_MS;

await runAsProgram(async () => {
  // The tests use all processors. The stages that kill programs wait for the disk and for child processes, and those
  // that check the source or the package are one process at a time: they run in parallel.
  const tests = await runTests('test', ['test']);
  const sum = addTallies(
    tests,
    ...(await Promise.all([runTests('torture', ['run', 'torture', '--', '--short']), runQuietStages()])),
  );
  console.log(describeTally(sum));
  return sum.failed === 0 ? 0 : 1;
});

/**
 * A stage whose tests are counted one by one.
 *
 * @param {string} part under which it leaves its counts
 * @param {string[]} npmArgs
 * @param {{ isQuiet?: boolean }} [how] isQuiet: its output is printed at its end
 * @returns {Promise<import('./checks/tally.mjs').Tally>}
 */
async function runTests(part, npmArgs, how = {}) {
  const tallyName = `tally-${part}`;
  forgetTally(tallyName);
  const env = { ...process.env, PRECIS_TALLY: tallyName };
  const stage = await runStage(`npm ${npmArgs.join(' ')}`, npmCommand(npmArgs), { ...how, env });
  const tests = recallTally(tallyName);
  // A stage that broke down before counting has left no tally, or has failed apart from its tests: also a failure.
  return tests === null || (stage.failed > 0 && tests.failed === 0)
    ? addTallies(stage, tests ?? emptyTally)
    : tests;
}

/**
 * Stages that run in parallel with another: the output of each is printed at its end.
 *
 * @returns {Promise<import('./checks/tally.mjs').Tally>}
 */
async function runQuietStages() {
  const stages = [
    ...checkSteps,
    { name: 'package', command: npmCommand(['run', 'package']) },
    { name: 'demo', command: npmCommand(['run', 'demo']) },
  ];
  let sum = emptyTally;
  for (const { name, command } of stages)
    sum = addTallies(sum, await runStage(name, command, { isQuiet: true }));
  return addTallies(sum, await runTests('packaged', ['run', 'packaged'], { isQuiet: true }));
}

/**
 * A stage that counts as one test. If it fails, its last line is reported too.
 *
 * @param {string} name
 * @param {[string, string[]]} command
 * @param {{ isQuiet?: boolean, env?: NodeJS.ProcessEnv }} [how] isQuiet: its output is printed at its end
 * @returns {Promise<import('./checks/tally.mjs').Tally>}
 */
async function runStage(name, [program, args], { isQuiet = false, env = process.env } = {}) {
  if (!isQuiet) say(`stage: ${name}`);
  const started = Date.now();
  let last = '';
  /** @type {(() => void)[]} */
  const untold = [];
  const limitMs = limitsMs.get(name) ?? OTHER_LIMIT_MS;
  /** @type {import('node:child_process').StdioOptions} */
  const stdio = ['inherit', 'pipe', 'pipe'];
  const code = await runCommand(program, args, { limitMs, stdio, env }, (child) => {
    for (const [from, to] of /** @type {const} */ ([
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]))
      from?.on('data', (/** @type {Buffer} */ text) => {
        if (isQuiet) untold.push(() => to.write(text));
        else to.write(text);
      });
    child.stdout?.on('data', (/** @type {Buffer} */ text) => {
      last = String(text).trim().split('\n').at(-1) || last;
    });
  });
  if (isQuiet) say(`stage: ${name}`);
  for (const tell of untold) tell();
  const seconds = Math.round((Date.now() - started) / 1000);
  say(`${name} ${code === 0 ? 'passed' : 'FAILED'} after ${seconds} s`);
  if (code === 0) return { ...emptyTally, passed: 1 };
  return {
    ...emptyTally,
    failed: 1,
    failures: [`${name}: ended with ${code} after ${seconds} s; it said last: ${last}`],
  };
}
