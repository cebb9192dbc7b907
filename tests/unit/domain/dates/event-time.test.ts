import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  eventDateSchema,
  printEventTimeAsIso,
  readEventTime,
  sortEventDates,
} from '#domain/dates/event-date.ts';
import { printEventTime } from '#renderer/parts/dates/print-span.ts';

const read = (typed: string): string | null => {
  const time = readEventTime(typed);
  return time === null ? null : printEventTimeAsIso(time);
};

describe('the time of an event, as it is typed', () => {
  it.each([
    ['24 April 2024', '2024-04-24'],
    ['April 2024', '2024-04'],
    [' 2024 ', '2024'],
    ['24–26 April 2024', '2024-04-24/2024-04-26'],
    ['24-26 April 2024', '2024-04-24/2024-04-26'],
    ['24 to 26 April 2024', '2024-04-24/2024-04-26'],
    ['29 April – 3 May 2024', '2024-04-29/2024-05-03'],
    ['30 December 2024 – 2 January 2025', '2024-12-30/2025-01-02'],
    ['April–June 2024', '2024-04/2024-06'],
    ['2023–2024', '2023/2024'],
    ['2024-04-24/2024-04-26', '2024-04-24/2024-04-26'],
    ['2024-04-24', '2024-04-24'],
  ])('is read: %s', (typed, expected) => expect(read(typed)).toBe(expected));

  it.each([
    '',
    'soon',
    '26–24 April 2024',
    '24–24 April 2024',
    '2024 – 3 May 2024',
    '1–2–3 May 2024',
    '30–31 February 2024',
    '–',
    '24–',
  ])('is none: %s', (typed) => expect(read(typed)).toBeNull());

  it('is read again as it is printed', () => {
    const day = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString());
    fc.assert(
      fc.property(day, day, fc.constantFrom(4, 7, 10), (one, other, length) => {
        const [date = '', until = ''] = [one, other].map((each) => each.slice(0, length)).toSorted();
        const event = eventDateSchema.parse({ date, ...(date === until ? {} : { until }), note: null });
        expect(read(printEventTime(event))).toBe(printEventTimeAsIso(event));
      }),
    );
  });
});

describe('an event date', () => {
  it('ends after it begins, as precisely', () => {
    const parse = (date: string, until: string) =>
      eventDateSchema.safeParse({ date, until, note: null }).success;
    expect(parse('2024-04', '2024-06')).toBe(true);
    expect(parse('2024-06', '2024-04')).toBe(false);
    expect(parse('2024-04', '2024-04')).toBe(false);
    expect(parse('2024-04', '2024-06-01')).toBe(false);
  });

  it('stands in the order of time, the shorter first', () => {
    const at = (date: string, until?: string) =>
      eventDateSchema.parse({ date, ...(until === undefined ? {} : { until }), note: null });
    const sorted = sortEventDates([
      at('2024-04-24', '2024-04-26'),
      at('2024-04-24'),
      at('2024-04-20', '2024-05-01'),
    ]);
    expect(sorted.map(printEventTimeAsIso)).toEqual([
      '2024-04-20/2024-05-01',
      '2024-04-24',
      '2024-04-24/2024-04-26',
    ]);
  });
});
