// npm start: opens the app.
import { buildApp } from './app/build-app.mjs';
import { windowArguments } from './app/electron-arguments.mjs';
import { runCommand } from './run/run-command.mjs';
import { runAsProgram } from './run/say.mjs';
import { withDisplay } from './setup/open-display.mjs';
import { setUp } from './setup/set-up.mjs';

await runAsProgram(async () => {
  const electron = await setUp(['display']);
  await buildApp();
  const args = windowArguments(process.argv.slice(2));
  return withDisplay((env) => runCommand(electron.executable, args, { env }));
});
