import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { endOnInterrupt, INTERRUPTED, listenForInterrupt } from '#electron/cli/listen-for-interrupt.ts';

// What Ctrl+C does: the newest listener is called as the system would call it, those of the test runner are not.
let others: NodeJS.SignalsListener[] = [];
const added = () => process.listeners('SIGINT').filter((listener) => !others.includes(listener));
const press = (): void => {
  for (const listener of added()) listener('SIGINT');
};

beforeEach(() => {
  others = process.listeners('SIGINT');
  vi.spyOn(process, 'exit').mockImplementation(() => undefined as never);
});
afterEach(() => {
  for (const listener of added()) process.off('SIGINT', listener);
  vi.restoreAllMocks();
});

it('ends the command as interrupted, however often that was asked for', () => {
  endOnInterrupt();
  endOnInterrupt();
  press();
  expect(vi.mocked(process.exit).mock.calls).toEqual([[INTERRUPTED]]);
});

it('does not end a command that has something to keep first', () => {
  endOnInterrupt();
  const signal = listenForInterrupt();
  press();
  expect(signal.aborted).toBe(true);
  expect(process.exit).not.toHaveBeenCalled();
});
