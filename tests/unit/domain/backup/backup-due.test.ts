import { describe, expect, it } from 'vitest';
import { isBackupDue, lateness } from '#domain/backup/backup-due.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const NOW_MS = Date.parse('2026-11-27T09:14:00Z');

describe('when a backup is due', () => {
  it.each([
    ['there was none', null, false, true],
    ['an hour has passed and something was written', NOW_MS - 60 * MINUTE_MS, true, true],
    ['something was written, and the hour is not over', NOW_MS - 59 * MINUTE_MS, true, false],
    ['nothing was written', NOW_MS - 120 * MINUTE_MS, false, false],
    ['nothing was written for a day', NOW_MS - DAY_MS, false, true],
    ['the clock was set back', NOW_MS + DAY_MS, false, true],
  ])('%s', (_, lastMs, hasChanged, isDue) => {
    expect(isBackupDue({ lastMs, hasChanged }, NOW_MS)).toBe(isDue);
  });
});

describe('when its absence is told', () => {
  const plan = {
    hasFolder: true,
    isDeclined: false,
    lastMs: NOW_MS,
    chosenMs: NOW_MS,
    articles: 100,
    hasFailed: false,
  };
  it('is quiet about a disk that is away for less than three days', () => {
    expect(lateness({ ...plan, lastMs: NOW_MS - 3 * DAY_MS + 1 }, NOW_MS)).toBeNull();
    expect(lateness({ ...plan, lastMs: NOW_MS - 3 * DAY_MS }, NOW_MS)).toEqual({ kind: 'late', days: 3 });
  });

  it('tells at once what is no disk that is away', () => {
    expect(lateness({ ...plan, hasFailed: true }, NOW_MS)).toEqual({ kind: 'failed' });
    expect(lateness({ ...plan, hasFailed: true, isDeclined: true }, NOW_MS)).toBeNull();
  });

  it('counts from the choice of the folder where there was never one', () => {
    expect(lateness({ ...plan, lastMs: null }, NOW_MS)).toBeNull();
    expect(lateness({ ...plan, lastMs: null, chosenMs: NOW_MS - 4 * DAY_MS }, NOW_MS)).toEqual({
      kind: 'late',
      days: null,
    });
  });

  it('asks about an archive in use that has none, once, and not after a no', () => {
    const none = { ...plan, hasFolder: false, lastMs: null, chosenMs: null };
    expect(lateness(none, NOW_MS)).toEqual({ kind: 'not-set-up' });
    expect(lateness({ ...none, isDeclined: true }, NOW_MS)).toBeNull();
    expect(lateness({ ...none, articles: 9 }, NOW_MS)).toBeNull();
  });
});
