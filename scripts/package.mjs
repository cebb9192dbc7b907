// npm run package: the app for distribution, unpacked, in dist/. `npm run package -- deb tar.xz` (or any other target
// of electron-builder.yml) makes installers: docs/installers.md.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildApp } from './app/build-app.mjs';
import { commandLineArguments } from './app/electron-arguments.mjs';
import { packExtension } from './app/pack-extension.mjs';
import { developmentOptions } from './installers/development-options.mjs';
import { putInstallersBack, setInstallersAside } from './installers/earlier-installers.mjs';
import { installerEnvironment } from './installers/installer-environment.mjs';
import { inProject, localCache } from './run/paths.mjs';
import { captureCommand, moduleCommand, runCommand } from './run/run-command.mjs';
import { runAsProgram, SetupError, say } from './run/say.mjs';
import { setUp } from './setup/set-up.mjs';

/** electron-builder's names of the platforms. */
const platforms = new Map([
  ['linux', '--linux'],
  ['darwin', '--mac'],
  ['win32', '--win'],
]);

await runAsProgram(async () => {
  const targets = process.argv.slice(2);
  const platform = platforms.get(process.platform) ?? '--linux';
  const electron = await setUp();
  await buildApp();
  writeShellFiles(electron.executable);
  const manifest = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
  const development = developmentOptions(manifest, electron.version);
  if (development.length > 0) {
    say(`a development build, on Electron ${electron.version}: not to be released, and its version says so.`);
  }
  const [program, args] = moduleCommand('electron-builder/cli.js', [
    ...(targets.length === 0 ? ['--dir'] : [platform, ...targets]),
    '--publish=never',
    ...development,
    `-c.electronDist=${electron.folder}`,
    `-c.electronVersion=${electron.version}`,
  ]);
  const folder = inProject('dist');
  if (targets.length > 0) setInstallersAside(folder);
  await packExtension(inProject('browser'), folder, manifest.version);
  const code = await runCommand(program, args, { env: { ...installerEnvironment(), ...process.env } });
  if (targets.length > 0) putInstallersBack(folder, { hasMade: code === 0 });
  return code;
});

/**
 * The man page and the completions, as the command line prints them from its command table.
 *
 * @param {string} executable of Electron
 */
function writeShellFiles(executable) {
  const folder = join(localCache, 'shell');
  mkdirSync(folder, { recursive: true });
  const print = (/** @type {string[]} */ ...words) => {
    const { succeeded, stdout, output } = captureCommand(executable, commandLineArguments(words));
    if (!succeeded) throw new SetupError(`precis ${words.join(' ')} failed:\n${output}`);
    return stdout;
  };
  writeFileSync(join(folder, 'precis.1.gz'), gzipSync(print('man'), { level: 9 }));
  for (const shell of ['bash', 'zsh', 'fish']) {
    writeFileSync(join(folder, `precis.${shell}`), print('completion', shell));
  }
}
