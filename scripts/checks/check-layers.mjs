// Checks every import against the layers of .dependency-cruiser.cjs, and that every source file was examined: a cruise
// over nothing would find nothing wrong.
import { existsSync } from 'node:fs';
import { inProject } from '../run/paths.mjs';
import { captureCommand, moduleCommand } from '../run/run-command.mjs';
import { runAsProgram, SetupError } from '../run/say.mjs';

const layers = ['domain', 'electron', 'renderer'];

/**
 * @typedef {object} Cruise
 * @property {{source: string}[]} modules
 * @property {{violations: {from: string, to: string, rule: {name: string}}[]}} summary
 */

await runAsProgram(async () => {
  const cruise = cruiseLayers();
  const cruised = new Set(cruise.modules.map((module) => module.source));
  const sources = listSources();
  const problems = [
    ...cruise.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} imports ${to}`),
    ...sources.filter((file) => !cruised.has(file)).map((file) => `not looked at: ${file}`),
  ];
  for (const problem of problems) console.error(problem);
  console.log(`${sources.length} source files, ${problems.length} breaches of the layers`);
  return problems.length === 0 && sources.length > 0 ? 0 : 1;
});

/** @returns {Cruise} */
function cruiseLayers() {
  const [program, args] = moduleCommand('dependency-cruiser/bin/dependency-cruise.mjs', [
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
    ...layers,
  ]);
  const { stdout, output } = captureCommand(program, args, { maxBuffer: 256 * 1024 * 1024 });
  if (!stdout.startsWith('{')) throw new SetupError(`dependency-cruiser did not finish:\n${output}`);
  return JSON.parse(stdout);
}

/** The TypeScript files of the layers that are tracked or untracked but not ignored by Git. */
function listSources() {
  const { succeeded, stdout, output } = captureCommand('git', [
    'ls-files',
    '--cached',
    '--others',
    '--exclude-standard',
    ...layers.flatMap((layer) => [`${layer}/**.ts`, `${layer}/**.tsx`]),
  ]);
  if (!succeeded) throw new SetupError(`git could not list the source files:\n${output}`);
  return stdout.split('\n').filter((file) => file !== '' && existsSync(inProject(file)));
}
