import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '../run/paths.mjs';
import { moduleCommand, runCommand } from '../run/run-command.mjs';
import { SetupError, say } from '../run/say.mjs';

/** Everything that the content of out/ depends on. */
const inputs = [
  'domain',
  'electron',
  'renderer',
  'resources',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
  'scripts/app/list-pdf-places.mjs',
  'scripts/app/third-party.mjs',
];
const stampFile = inProject('out/.built-from');

/** Builds the app into out/, unless that was built from exactly these sources. */
export async function buildApp() {
  const hash = hashInputs();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash) return;
  say('building the app.');
  const [program, args] = moduleCommand('electron-vite/bin/electron-vite.js', [
    'build',
    '--logLevel',
    'warn',
  ]);
  const code = await runCommand(program, args, { stdio: ['ignore', process.stderr, process.stderr] });
  if (code !== 0) throw new SetupError('the build failed; what it said stands above.');
  writeFileSync(stampFile, hash);
}

function hashInputs() {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap(listFiles))
    hash.update(`${file}\0`).update(readFileSync(inProject(file)));
  return hash.digest('hex');
}

/**
 * @param {string} path below the project
 * @returns {string[]} the path itself, or the files below it, in a stable order
 */
function listFiles(path) {
  const stats = statSync(inProject(path), { throwIfNoEntry: false });
  if (stats === undefined) return [];
  if (!stats.isDirectory()) return [path];
  return readdirSync(inProject(path))
    .sort()
    .flatMap((name) => listFiles(join(path, name)));
}
