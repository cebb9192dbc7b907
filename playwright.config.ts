import { defineConfig } from '@playwright/test';

const resultsFile = process.env.PRECIS_RESULTS ?? '.cache/results/e2e.json';

export default defineConfig({
  outputDir: '.cache/e2e',
  // One app at a time: windows on one display compete for the focus.
  workers: 1,
  timeout: 60_000,
  forbidOnly: Boolean(process.env.CI),
  // A busy machine can starve a real window for seconds. What fails only then is reported as flaky; a fault fails
  // three times. By hand nothing is tried again.
  retries: process.env.CI ? 2 : 0,
  reporter: [['list'], ['json', { outputFile: resultsFile }]],
  use: { trace: 'retain-on-failure' },
  projects: [
    { name: 'app', testDir: 'tests/e2e', testIgnore: 'packaged*.spec.ts' },
    // The app ended by force, PRECIS_KILLS times: few in `npm test`, a thousand in `npm run torture`.
    { name: 'torture', testDir: 'tests/torture' },
    // The app as `npm run package` makes it; run by that command's own test.
    { name: 'packaged', testDir: 'tests/e2e', testMatch: 'packaged*.spec.ts' },
  ],
});
