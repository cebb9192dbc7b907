// npm run package: the app as it is handed out, unpacked, in dist/. `npm run package -- deb tar.xz` (or any other target
// of electron-builder.yml) makes installers: docs/installers.md.
import { readFileSync } from 'node:fs';
import { buildApp } from './app/build-app.mjs';
import { developmentOptions } from './installers/development-options.mjs';
import { installerEnvironment } from './installers/installer-environment.mjs';
import { inProject } from './run/paths.mjs';
import { moduleCommand, runCommand } from './run/run-command.mjs';
import { runAsProgram, say } from './run/say.mjs';
import { setUp } from './setup/set-up.mjs';

/** What electron-builder calls the platforms. */
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
  return runCommand(program, args, { env: { ...installerEnvironment(), ...process.env } });
});
