// npm run pictures: retakes the pictures of README and user guide, from the running app on its sample.
import { buildApp } from './app/build-app.mjs';
import { inProject } from './run/paths.mjs';
import { runCommand } from './run/run-command.mjs';
import { runAsProgram } from './run/say.mjs';
import { withDisplay } from './setup/open-display.mjs';
import { setUp } from './setup/set-up.mjs';

await runAsProgram(async () => {
  const electron = await setUp(['display']);
  await buildApp();
  const program = [
    inProject('scripts/run/run-program.mjs'),
    inProject('tests/pictures/take-pictures.ts'),
    ...process.argv.slice(2),
  ];
  return withDisplay((env) =>
    runCommand(process.execPath, program, { env: { ...env, PRECIS_ELECTRON: electron.executable } }),
  );
});
