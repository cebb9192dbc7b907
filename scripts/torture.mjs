// npm run torture: the tests that end the app by force (tests/e2e/*.torture.spec.ts), a thousand times over.
// `npm test` runs the same tests with fewer kills.
import { buildApp } from './build-app.mjs';
import { runWindowTests } from './run-tests.mjs';
import { runAsProgram } from './say.mjs';
import { openDisplay } from './setup/open-display.mjs';
import { setUp } from './setup/set-up.mjs';
import { describeTally } from './tally.mjs';

const kills = 1000;

await runAsProgram(async () => {
  const electron = await setUp(['display', 'pdf-tools']);
  await buildApp();
  const display = await openDisplay();
  const env = { ...display.env, PRECIS_KILLS: String(kills) };
  try {
    const args = ['--timeout=0', 'torture'];
    const tally = await runWindowTests({ project: 'app', executable: electron.executable, env }, args);
    console.log(describeTally(tally));
    return tally.failed === 0 ? 0 : 1;
  } finally {
    display.close();
  }
});
