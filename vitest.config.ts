import { defineConfig } from 'vitest/config';

// Tests of React components ask for a DOM themselves: `// @vitest-environment jsdom` on their first line.
export default defineConfig({
  test: {
    include: [`tests/${process.env.PRECIS_TESTS ?? 'unit'}/**/*.test.{ts,tsx}`],
    environment: 'node',
    restoreMocks: true,
    setupFiles: ['tests/support/unit/set-up.ts'],
    // No unit test measures time: these limits only end one that hangs.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    passWithNoTests: false,
  },
});
