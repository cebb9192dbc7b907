// npm run torture: the tests that end the app by force (tests/torture), a thousand times over.
// `npm test` runs the same tests with fewer kills.
import { buildApp } from './app/build-app.mjs';
import { runWindowTests } from './checks/run-tests.mjs';
import { describeTally } from './checks/tally.mjs';
import { runAsProgram } from './run/say.mjs';
import { withDisplays } from './setup/open-display.mjs';
import { setUp } from './setup/set-up.mjs';

const kills = 1000;

await runAsProgram(async () => {
  const electron = await setUp(['display', 'pdf-tools', 'tracing', 'usb-stick']);
  await buildApp();
  const tally = await withDisplays(1, (displays) =>
    runWindowTests(
      {
        projects: ['torture'],
        executable: electron.executable,
        displays,
        env: { PRECIS_KILLS: String(kills), PRECIS_STEPS: '1' },
      },
      ['--timeout=0'],
    ),
  );
  console.log(describeTally(tally));
  return tally.failed === 0 ? 0 : 1;
});
