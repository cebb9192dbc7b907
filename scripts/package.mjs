// npm run package: the app as it is handed out, unpacked, in dist/. `npm run package -- deb tar.xz` (or any other target
// of electron-builder.yml) makes installers.
import { buildApp } from './app/build-app.mjs';
import { installerEnvironment } from './installers/installer-environment.mjs';
import { moduleCommand, runCommand } from './run/run-command.mjs';
import { runAsProgram } from './run/say.mjs';
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
  const [program, args] = moduleCommand('electron-builder/cli.js', [
    ...(targets.length === 0 ? ['--dir'] : [platform, ...targets]),
    '--publish=never',
    `-c.electronDist=${electron.folder}`,
    `-c.electronVersion=${electron.version}`,
  ]);
  return runCommand(program, args, { env: { ...installerEnvironment(), ...process.env } });
});
