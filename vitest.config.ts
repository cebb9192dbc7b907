import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const tests = `tests/${process.env.PRECIS_TESTS ?? 'unit'}`;
/** Tests that put something else in the place of a module, or share the state of a window. */
const keptApart = [`${tests}/app/**/*.test.ts`, `${tests}/renderer/**/*.test.{ts,tsx}`];

// Tests of React components ask for a DOM themselves: `// @vitest-environment jsdom` on their first line.
export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: 'kept apart', include: keptApart } },
      {
        extends: true,
        // The modules of these hold no state: each process loads them once for all of its files.
        test: {
          name: 'shared modules',
          include: [`${tests}/**/*.test.ts`],
          exclude: keptApart,
          isolate: false,
        },
      },
    ],
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
