// npm run build: builds the app into out/.
import { buildApp } from './build-app.mjs';
import { runAsProgram } from './say.mjs';
import { setUpModules } from './setup/set-up.mjs';

await runAsProgram(async () => {
  await setUpModules();
  await buildApp();
  return 0;
});
