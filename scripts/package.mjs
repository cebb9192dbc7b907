// npm run package: the app as it is handed out, unpacked, in dist/. `npm run package -- AppImage deb` (or any
// other target of electron-builder.yml) makes installers; that needs the network for their tools.
import { buildApp } from './app/build-app.mjs';
import { moduleCommand, runCommand } from './run/run-command.mjs';
import { runAsProgram } from './run/say.mjs';
import { setUp } from './setup/set-up.mjs';

await runAsProgram(async () => {
  const targets = process.argv.slice(2);
  const electron = await setUp();
  await buildApp();
  const [program, args] = moduleCommand('electron-builder/cli.js', [
    ...(targets.length === 0 ? ['--dir'] : targets),
    '--publish=never',
    `-c.electronDist=${electron.folder}`,
    `-c.electronVersion=${electron.version}`,
  ]);
  return runCommand(program, args);
});
