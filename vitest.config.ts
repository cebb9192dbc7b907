import { defineConfig } from 'vitest/config';

// Tests of React components ask for a DOM themselves: `// @vitest-environment jsdom` on their first line.
export default defineConfig({
  test: {
    include: [`tests/${process.env.PRECIS_TESTS ?? 'unit'}/**/*.test.{ts,tsx}`],
    environment: 'node',
    restoreMocks: true,
    passWithNoTests: false,
  },
});
