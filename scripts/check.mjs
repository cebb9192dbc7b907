// npm run check: format, lint, types, layers, dead code and the unit tests. Every step runs, so that one run shows
// everything that is wrong.
import { checkSteps } from './checks/check-steps.mjs';
import { runUnitTests } from './checks/run-tests.mjs';
import { describeTally } from './checks/tally.mjs';
import { runCommand } from './run/run-command.mjs';
import { runAsProgram, say } from './run/say.mjs';
import { setUpModules } from './setup/set-up.mjs';

await runAsProgram(async () => {
  await setUpModules();
  /** @type {string[]} */
  const failed = [];
  for (const { name, command } of checkSteps) {
    say(`checking ${name}`);
    if ((await runCommand(...command)) !== 0) failed.push(name);
  }
  say('checking unit tests');
  const tally = await runUnitTests();
  if (tally.failed > 0) failed.push(`unit tests (${describeTally(tally)})`);
  say(failed.length === 0 ? 'all checks passed' : `failed: ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
});
