// npm run bench: runs each program tests/bench/*.bench.ts, one after the other with nothing beside it. `npm run bench
// -- save` runs those whose name contains "save".
import { readdirSync } from 'node:fs';
import { buildApp } from './app/build-app.mjs';
import { inProject } from './run/paths.mjs';
import { runCommand } from './run/run-command.mjs';
import { runAsProgram, SetupError, say } from './run/say.mjs';
import { withDisplay } from './setup/open-display.mjs';
import { setUp } from './setup/set-up.mjs';

await runAsProgram(async () => {
  const wanted = process.argv.slice(2);
  const benches = findBenches(wanted);
  if (benches.length === 0) throw new SetupError(`there is no bench named ${wanted.join(' or ')}.`);
  const electron = await setUp(['display']);
  await buildApp();
  return withDisplay((env) => runBenches(benches, { ...env, PRECIS_ELECTRON: electron.executable }));
});

/**
 * @param {string[]} wanted parts of names; none means all
 * @returns {string[]}
 */
function findBenches(wanted) {
  return readdirSync(inProject('tests/bench'))
    .filter((name) => name.endsWith('.bench.ts'))
    .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
    .sort();
}

/**
 * @param {string[]} benches
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} 1 when a bench failed, after all have run
 */
async function runBenches(benches, env) {
  let exitCode = 0;
  for (const bench of benches) {
    say(`measuring ${bench.replace('.bench.ts', '')}`);
    const program = [inProject('scripts/run/run-program.mjs'), inProject('tests/bench', bench)];
    if ((await runCommand(process.execPath, program, { env })) !== 0) exitCode = 1;
  }
  return exitCode;
}
