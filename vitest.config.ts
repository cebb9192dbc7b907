import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { folderInMemory } from './scripts/run/folder-in-memory.mjs';

const tests = `tests/${process.env.PRECIS_TESTS ?? 'unit'}`;

/** Tests of what draws ask for a window themselves: `// @vitest-environment jsdom` on their first line. */
const asksForWindow = (file: string): boolean =>
  readFileSync(file, 'utf8').startsWith('// @vitest-environment jsdom');

const withWindow = readdirSync(tests, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.test\.tsx?$/.test(file))
  .map((file) => join(tests, file))
  .filter(asksForWindow);
/** Tests that put something else in the place of a module, or share the state of a window. */
const withState = [`${tests}/app/**/*.test.ts`, `${tests}/renderer/**/*.test.{ts,tsx}`];
const freshState = 'tests/support/unit/fresh-state.ts';

// A durable write waits for the disk, and tests write thousands of files: their folders lie in memory where they can, as
// long as nobody has chosen another place. On a disk work the tests in the window, and those that kill and starve it.
const temporary = process.env.TMPDIR ?? folderInMemory();

// Each process loads its packages, and jsdom, once for all of its files: that is most of the time of a short file.
// So the tests with a window are kept together, since one with another environment needs another process.
export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: 'windows', include: withWindow, setupFiles: [freshState] } },
      {
        extends: true,
        test: { name: 'state', include: withState, exclude: withWindow, setupFiles: [freshState] },
      },
      {
        extends: true,
        // Nor do the modules of these hold state: a process loads them once as well.
        test: {
          name: 'shared modules',
          include: [`${tests}/**/*.test.ts`],
          exclude: [...withState, ...withWindow],
        },
      },
    ],
    environment: 'node',
    env: temporary === null ? {} : { TMPDIR: temporary },
    isolate: false,
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
