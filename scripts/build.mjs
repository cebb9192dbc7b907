// npm run build: builds the app into out/.
import { buildApp } from './app/build-app.mjs';
import { runAsProgram } from './run/say.mjs';
import { setUpModules } from './setup/set-up.mjs';

await runAsProgram(async () => {
  await setUpModules();
  await buildApp();
  return 0;
});
