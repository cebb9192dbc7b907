import { defineConfig } from '@playwright/test';

const resultsFile = process.env.PRECIS_RESULTS ?? '.cache/results/e2e.json';

/** Names for DISPLAY of the invisible displays that the test script has opened; none where there is a real one. */
const displays = (process.env.PRECIS_DISPLAYS ?? '').split(' ').filter((name) => name !== '');

// Each worker of Playwright reads this file: what its tests start finds the display of that worker.
const display = displays[Number(process.env.TEST_PARALLEL_INDEX)];
if (display !== undefined) process.env.DISPLAY = display;

export default defineConfig({
  outputDir: '.cache/e2e',
  // One app at a time on each display: windows on one compete for the focus.
  workers: Math.max(1, displays.length),
  timeout: 60_000,
  // The scripts say it more exactly; nothing runs without an end.
  globalTimeout: 60 * 60_000,
  forbidOnly: Boolean(process.env.CI),
  // A busy machine can starve a real window for seconds. What fails only then is reported as flaky; a fault fails
  // three times. By hand nothing is tried again.
  retries: process.env.CI ? 2 : 0,
  reporter: [['list'], ['json', { outputFile: resultsFile }]],
  // A trace costs a fourteenth of all the time: the second try of a test that has failed leaves one.
  use: { trace: 'on-first-retry' },
  projects: [
    { name: 'app', testDir: 'tests/e2e', testIgnore: 'packaged*.spec.ts' },
    // The app ended by force, PRECIS_KILLS times. Each test starts its own programs, and one that fails has found
    // something: it is not tried again.
    {
      name: 'torture',
      testDir: 'tests/torture',
      outputDir: '.cache/torture',
      fullyParallel: true,
      retries: 0,
    },
    // The app as `npm run package` makes it; run by that command's own test. CI runs it beside the torture: what a run
    // leaves, the next one clears away.
    {
      name: 'packaged',
      testDir: 'tests/e2e',
      testMatch: 'packaged*.spec.ts',
      outputDir: '.cache/packaged',
    },
  ],
});
