import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Tests of React components ask for a DOM themselves: `// @vitest-environment jsdom` on their first line.
export default defineConfig({
  test: {
    include: [`tests/${process.env.PRECIS_TESTS ?? 'unit'}/**/*.test.{ts,tsx}`],
    environment: 'node',
    // Vitest would leave a core to its own process, which waits for the others nearly all the time.
    maxWorkers: availableParallelism(),
    restoreMocks: true,
    setupFiles: ['tests/support/unit/set-up.ts'],
    // No unit test measures time: these limits only end one that hangs.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    passWithNoTests: false,
  },
});
