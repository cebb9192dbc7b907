// npm test: the unit tests, then the tests on the real app.
// npm run unit -- <arguments of vitest>, npm run e2e -- <arguments of playwright>: one of the two.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp } from './build-app.mjs';
import { localCache } from './paths.mjs';
import { runUnitTests, runWindowTests } from './run-tests.mjs';
import { runAsProgram, SetupError } from './say.mjs';
import { openDisplay } from './setup/open-display.mjs';
import { setUp } from './setup/set-up.mjs';
import { addTallies, describeTally } from './tally.mjs';

/** @type {Record<string, (args: string[]) => Promise<import('./tally.mjs').Tally[]>>} */
const parts = {
  async all() {
    const electron = await setUp(['display', 'pdf-tools']);
    return [await runUnitTests(), await testWindow(electron.executable, [])];
  },
  async unit(args) {
    await setUp(['pdf-tools']);
    return [await runUnitTests(args)];
  },
  async e2e(args) {
    const electron = await setUp(['display', 'pdf-tools']);
    return [await testWindow(electron.executable, args)];
  },
};

await runAsProgram(async () => {
  const [name = 'all', ...args] = process.argv.slice(2);
  const part = parts[name];
  if (part === undefined)
    throw new SetupError(`there is no part "${name}" of the tests; there are unit and e2e.`);
  const tally = addTallies(...(await part(args)));
  recordTally(tally);
  console.log(describeTally(tally));
  return tally.failed === 0 ? 0 : 1;
});

/**
 * @param {string} executable
 * @param {string[]} args
 */
async function testWindow(executable, args) {
  await buildApp();
  const display = await openDisplay();
  try {
    return await runWindowTests({ project: 'app', executable, env: display.env }, args);
  } finally {
    display.close();
  }
}

/**
 * For whoever adds further checks to the sum.
 *
 * @param {import('./tally.mjs').Tally} tally
 */
function recordTally(tally) {
  const folder = join(localCache, 'results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'tests.json'), JSON.stringify(tally));
}
