// What .ci/run runs: everything that a change must pass, from a bare clone. Every stage is run, whatever the
// ones before it said; the last line is the sum.
import { checkSteps } from './checks/check-steps.mjs';
import { addTallies, describeTally, emptyTally, forgetTally, recallTally } from './checks/tally.mjs';
import { inProject } from './run/paths.mjs';
import { npmCommand, runCommand } from './run/run-command.mjs';
import { runAsProgram, say } from './run/say.mjs';

await runAsProgram(async () => {
  const tallies = [
    await runTests(['test']),
    ...(await runCheckSteps()),
    await runStage('package', npmCommand(['run', 'package'])),
    await runTests(['run', 'packaged']),
    await runStage('demo', npmCommand(['run', 'demo'])),
  ];
  const sum = addTallies(...tallies);
  console.log(describeTally(sum));
  return sum.failed === 0 ? 0 : 1;
});

/**
 * A stage whose tests are counted one by one.
 *
 * @param {string[]} npmArgs
 * @returns {Promise<import('./checks/tally.mjs').Tally>}
 */
async function runTests(npmArgs) {
  forgetTally();
  const name = `npm ${npmArgs.join(' ')}`;
  await runStage(name, npmCommand(npmArgs));
  // A stage that broke down before it counted has left no tally: that is a failure too.
  return recallTally() ?? { ...emptyTally, failed: 1, failures: [`${name}: no test was counted`] };
}

/** @returns {Promise<import('./checks/tally.mjs').Tally[]>} */
async function runCheckSteps() {
  const tallies = [];
  for (const { name, command } of checkSteps) tallies.push(await runStage(name, command));
  return tallies;
}

/**
 * A stage that counts as one.
 *
 * @param {string} name
 * @param {[string, string[]]} command
 * @returns {Promise<import('./checks/tally.mjs').Tally>}
 */
async function runStage(name, [program, args]) {
  say(`stage: ${name}`);
  const started = Date.now();
  const code = await runCommand(program, args, { cwd: inProject() });
  const seconds = Math.round((Date.now() - started) / 1000);
  say(`${name} ${code === 0 ? 'passed' : 'FAILED'} after ${seconds} s`);
  return code === 0 ? { ...emptyTally, passed: 1 } : { ...emptyTally, failed: 1, failures: [name] };
}
