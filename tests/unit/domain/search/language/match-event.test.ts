import { describe, expect, it } from 'vitest';
import type { Condition } from '#domain/search/language/condition.ts';
import { testOf } from '#domain/search/language/match-facts.ts';
import type { SearchFacts } from '#domain/search/language/search-facts.ts';

type Event = Extract<Condition, { field: 'event' }>;

const book = {
  isCited: () => false,
  originOf: () => null,
  kindOf: () => null,
  isTag: () => true,
} as unknown as Parameters<typeof testOf>[1];
const facts = (eventDates: readonly string[]) => ({ about: { eventDates } }) as unknown as SearchFacts;

/** Whether an event of that time is found between two days. */
const isFound = (time: string, from: string | null, to: string | null, isWhole = false): boolean => {
  const condition = { field: 'event', values: [{ from, to, isWhole }] } as unknown as Event;
  return testOf(condition, book)(facts([time]));
};

describe('an event that lasts', () => {
  const visit = '2024-04-24/2024-04-26';

  it.each([
    ['2024-04-25', '2024-04-25', true],
    ['2024-04-26', '2024-05-01', true],
    ['2024-04-01', '2024-04-24', true],
    ['2024-04-27', null, false],
    [null, '2024-04-23', false],
  ] as const)('is found wherever a part of it may lie: %s to %s', (from, to, found) =>
    expect(isFound(visit, from, to)).toBe(found),
  );

  it('lies in a range as a whole where it neither begins before it nor ends after it', () => {
    expect(isFound(visit, '2024-04-24', '2024-04-26', true)).toBe(true);
    expect(isFound(visit, '2024-04-25', '2024-04-30', true)).toBe(false);
    expect(isFound(visit, '2024-04-01', '2024-04-25', true)).toBe(false);
    expect(isFound('2024-04/2024-06', '2024-04-01', '2024-06-30', true)).toBe(true);
  });

  it('is known as precisely as its beginning is', () => {
    const toMonth = { field: 'event', values: [{ knownTo: 'month' }] } as unknown as Event;
    expect(testOf(toMonth, book)(facts(['2024-04/2024-06']))).toBe(true);
    expect(testOf(toMonth, book)(facts([visit]))).toBe(false);
  });
});

describe('what was added', () => {
  /** At that time on the clock of this machine. */
  const addedAt = (time: string): SearchFacts =>
    ({ addedAt: new Date(time).toISOString() }) as unknown as SearchFacts;
  const isAdded = (time: string, from: string | null, to: string | null): boolean => {
    const condition = { field: 'added', values: [{ from, to, isWhole: false }] } as const;
    return testOf(condition, book)(addedAt(time));
  };

  it.each([
    ['2024-04-24T00:00', '2024-04-24', null, true],
    ['2024-04-23T23:59:59', '2024-04-24', null, false],
    ['2024-04-24T23:59:59', null, '2024-04-24', true],
    ['2024-04-25T00:00', null, '2024-04-24', false],
    ['2024-02-29T12:00', '2024-02', '2024-02', true],
  ] as const)('at %s lies between %s and %s by the days of this machine: %s', (time, from, to, found) =>
    expect(isAdded(time, from, to)).toBe(found),
  );

  it.each([
    ['2024-02-28T12:00', '2024-02-30', null, false],
    ['2024-02-29T12:00', null, '2024-02-31', true],
    ['2024-03-01T12:00', null, '2024-02-31', false],
    ['2024-02-29T12:00', '2023', '9999', true],
    ['2024-02-29T12:00', '0000', '0000-01-01', false],
  ] as const)('at %s lies between %s and %s where no calendar goes as far: %s', (time, from, to, found) =>
    expect(isAdded(time, from, to)).toBe(found),
  );

  it('is never known to the month alone, and is not found where nothing is known', () => {
    const toMonth = { field: 'added', values: [{ knownTo: 'month' }] } as const;
    expect(testOf(toMonth, book)(addedAt('2024-04-24T12:00'))).toBe(false);
    const since = { field: 'added', values: [{ from: '2020', to: null, isWhole: false }] } as const;
    expect(testOf(since, book)({ addedAt: null } as unknown as SearchFacts)).toBe(false);
  });
});
