// npm test: the unit tests, then the tests on the real app; npm test -- --smoke: a few of both, in a minute or two.
// Single parts: npm run unit -- <arguments of vitest>, npm run e2e -- <arguments of playwright>, and npm run packaged
// for the tests of the output of `npm run package`. npm run flaky -- NAME repeats tests under load.
import { buildApp } from './app/build-app.mjs';
import { packagedExecutable } from './app/packaged-app.mjs';
import { repeatUnderLoad } from './checks/repeat-under-load.mjs';
import { APPS_AT_A_TIME, runUnitTests, runWindowTests } from './checks/run-tests.mjs';
import { addTallies, describeTally, recordTally } from './checks/tally.mjs';
import { runAsProgram, SetupError } from './run/say.mjs';
import { withDisplays } from './setup/open-display.mjs';
import { setUp } from './setup/set-up.mjs';

/** @typedef {(args: string[]) => Promise<import('./checks/tally.mjs').Tally>} TestPart */

/** @type {TestPart} */
async function testUnits(args) {
  await setUp(['pdf-tools']);
  return runUnitTests(args);
}

/** @type {TestPart} */
async function testApp(args) {
  const { executable } = await setUp(['display', 'pdf-tools', 'tracing']);
  await buildApp();
  return withDisplays(APPS_AT_A_TIME, (displays) =>
    runWindowTests({ projects: ['app'], executable, displays }, args),
  );
}

/** @type {TestPart} */
async function testPackagedApp(args) {
  await setUp(['display', 'pdf-tools']);
  const executable = packagedExecutable();
  return withDisplays(1, (displays) =>
    runWindowTests({ projects: ['packaged'], executable, displays }, args),
  );
}

/** @type {TestPart} */
async function testAll() {
  await setUp(['display', 'pdf-tools', 'tracing']);
  return addTallies(await testUnits([]), await testApp([]));
}

/**
 * The first things to fail in an incomplete set-up: text, files, the import in its sandbox, the command line, a PDF.
 */
const smokeUnits = ['tests/unit/domain/text', 'tests/unit/storage/file', 'tests/unit/cli/help.test.ts'];

/** @type {TestPart} */
async function testSmoke() {
  const { executable } = await setUp(['display', 'pdf-tools']);
  await buildApp();
  const units = await runUnitTests(smokeUnits);
  const app = await withDisplays(1, (displays) =>
    runWindowTests({ projects: ['app'], executable, displays }, ['--grep=@smoke']),
  );
  return addTallies(units, app);
}

/** @type {Record<string, TestPart>} */
const parts = {
  all: testAll,
  smoke: testSmoke,
  unit: testUnits,
  e2e: testApp,
  packaged: testPackagedApp,
  flaky: repeatUnderLoad,
};

await runAsProgram(async () => {
  const words = process.argv.slice(2);
  const [name = 'all', ...args] = words.includes('--smoke') ? ['smoke'] : words;
  const part = parts[name];
  if (part === undefined) throw new SetupError(`the tests have no part "${name}".`);
  const tally = await part(args);
  recordTally(tally);
  console.log(describeTally(tally));
  return tally.failed === 0 ? 0 : 1;
});
