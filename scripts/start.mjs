// npm start: opens the app.
import { buildApp } from './build-app.mjs';
import { windowArguments } from './electron-arguments.mjs';
import { runCommand } from './run-command.mjs';
import { runAsProgram } from './say.mjs';
import { withDisplay } from './setup/open-display.mjs';
import { setUp } from './setup/set-up.mjs';

await runAsProgram(async () => {
  const electron = await setUp(['display']);
  await buildApp();
  const args = windowArguments(process.argv.slice(2));
  return withDisplay((env) => runCommand(electron.executable, args, { env }));
});
