import { vi } from 'vitest';

/**
 * Tries `check` until it throws no longer. How long that takes says nothing: a machine that is busy with other
 * tests gets its time.
 */
export const eventually = <T>(check: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: 20_000, interval: 20 });
