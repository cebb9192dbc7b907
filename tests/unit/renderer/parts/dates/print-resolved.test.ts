import { describe, expect, it } from 'vitest';
import type { DateSpan } from '#domain/dates/date-span.ts';
import { readPartialDate } from '#domain/dates/partial-date.ts';
import type { ResolvedDate } from '#domain/dates/resolve-date.ts';
import { calendarDateSchema } from '#domain/time.ts';
import { printDates, printResolved } from '#renderer/parts/dates/print-resolved.ts';
import { printPartialDate } from '#renderer/parts/dates/print-span.ts';

const span = (unit: DateSpan['unit'], first: string, last = first): DateSpan => ({
  unit,
  first: calendarDateSchema.parse(first),
  last: calendarDateSchema.parse(last),
});
const wednesday: ResolvedDate = {
  candidates: [span('day', '2024-04-24')],
  certainty: 'exact',
  publication: 'stated',
};
const lastWeek: ResolvedDate = {
  candidates: [span('week', '2024-04-15', '2024-04-21')],
  certainty: 'approximate',
  publication: 'inferred',
};

describe('a resolved date', () => {
  it('is printed with how it is known', () => {
    expect(printResolved(wednesday)).toBe('Wednesday 24 April 2024, from the publication date (stated)');
    expect(printResolved(lastWeek)).toBe('about 15–21 April 2024, from the publication date (inferred)');
    expect(printResolved(null)).toBe('not known: the publication date is unknown');
  });

  it('stands on a card once, in short', () => {
    const one = { words: 'Wednesday', resolved: wednesday };
    expect(printDates([one, one])).toBe('Dates: Wednesday = 24 Apr 2024');
    expect(printDates([{ words: 'late last week', resolved: lastWeek }])).toBe(
      'Dates: late last week = about 15–21 Apr 2024 (publication date inferred)',
    );
    expect(printDates([{ words: 'Wednesday', resolved: null }])).toBe(
      'Dates: Wednesday (the publication date is unknown)',
    );
    expect(printDates([])).toBe('');
  });
});

describe('a date that is typed', () => {
  it.each([
    ['24 April 2024', '2024-04-24'],
    ['April 24, 2024', '2024-04-24'],
    ['2024-04-24', '2024-04-24'],
    ['April 2024', '2024-04'],
    ['2024-04', '2024-04'],
    ['2024', '2024'],
  ])('"%s" is %s, and comes back as it is printed', (typed, date) => {
    const read = readPartialDate(typed);
    expect(read).toBe(date);
    expect(read === null ? null : readPartialDate(printPartialDate(read))).toBe(date);
  });

  it.each(['', 'soon', '24 April', '31 April 2024', 'Foo 2024', '04/05/2024'])('"%s" is none', (typed) =>
    expect(readPartialDate(typed)).toBeNull(),
  );
});
