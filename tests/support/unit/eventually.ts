import { vi } from 'vitest';

/** Retries `check` until it does not throw. The duration is irrelevant: a busy machine gets the time that it needs. */
export const eventually = <T>(check: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: 20_000, interval: 20 });
