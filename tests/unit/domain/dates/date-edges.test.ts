import { describe, expect, it } from 'vitest';
import { firstDayOf, lastDayOf } from '#domain/dates/date-span.ts';

describe('the days between which a date lies', () => {
  it.each([
    ['2024', '2024-01-01', '2024-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['0044-03', '0044-03-01', '0044-03-31'],
    ['2024-04-24', '2024-04-24', '2024-04-24'],
    ['2024-04-24T23:30:00+02:00', '2024-04-24', '2024-04-24'],
  ])('of %s are %s and %s', (date, first, last) => {
    expect([firstDayOf(date), lastDayOf(date)]).toEqual([first, last]);
  });
});
