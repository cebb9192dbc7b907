// npm run torture: the tests that kill the app, make the disk fail and cut the power (tests/torture), a thousand times
// over; npm run torture -- --short: a sample of each, in some minutes, as .ci/run does after the tests.
import { buildApp } from './app/build-app.mjs';
import { APPS_AT_A_TIME, runWindowTests } from './checks/run-tests.mjs';
import { describeTally, recordTally } from './checks/tally.mjs';
import { runAsProgram } from './run/say.mjs';
import { withDisplays } from './setup/open-display.mjs';
import { setUp } from './setup/set-up.mjs';

const HOUR_MS = 3_600_000;

/** How often, and the time limit after which a run counts as failed. */
const whole = { env: { PRECIS_KILLS: '1000', PRECIS_STEPS: '1' }, limitMs: 24 * HOUR_MS };
const short = { env: {}, limitMs: HOUR_MS / 2 };

await runAsProgram(async () => {
  const words = process.argv.slice(2);
  const { env, limitMs } = words.includes('--short') ? short : whole;
  const { executable } = await setUp(['display', 'pdf-tools', 'tracing', 'usb-stick']);
  await buildApp();
  const tally = await withDisplays(APPS_AT_A_TIME, (displays) =>
    runWindowTests(
      { projects: ['torture'], executable, displays, env, limitMs },
      words.filter((word) => word !== '--short'),
    ),
  );
  recordTally(tally);
  console.log(describeTally(tally));
  return tally.failed === 0 ? 0 : 1;
});
