import { describe, expect, it } from 'vitest';
import { calendarDateSchema, statedDateSchema, toTimestamp } from '#domain/time.ts';
import {
  printArticleDay,
  printDay,
  printDue,
  printShortDay,
  printStatedDate,
} from '#renderer/parts/dates/print-date.ts';

const today = calendarDateSchema.parse('2024-04-24');
const date = (text: string) => calendarDateSchema.parse(text);

describe('a day', () => {
  it('is printed as it was stated, whatever the zone of the machine', () => {
    expect(printDay(statedDateSchema.parse('2024-04-22T23:30:00-11:00'))).toBe('22 April 2024');
    expect(printDay(date('2024-01-01'))).toBe('1 January 2024');
  });
  it('has its year only where it is another one', () => {
    expect(printShortDay(date('2024-04-22'), today)).toBe('22 Apr');
    expect(printShortDay(date('2023-04-22'), today)).toBe('22 Apr 2023');
    expect(printShortDay(date('2024-09-22'), today)).toBe('22 Sep');
  });
  it.each([
    ['2024', '2024'],
    ['2024-04', 'Apr 2024'],
    ['2024-04-22', '22 Apr 2024'],
    ['2024-04-22T18:05:00-04:00', '22 Apr 2024'],
  ])('is as precise as it was stated: %s', (stated, printed) => {
    expect(printStatedDate(stated)).toBe(printed);
  });
  it('of an article without a date is not that of its import', () => {
    const importedAt = toTimestamp(Date.parse('2024-04-23T12:00:00.000Z'));
    expect(printArticleDay({ publishedAt: null, importedAt }, today)).toBe('no date, imported 23 Apr');
    const publishedAt = statedDateSchema.parse('2024-04-22');
    expect(printArticleDay({ publishedAt, importedAt }, today)).toBe('22 Apr');
  });
  it('of work has its weekday, and is called today today', () => {
    expect(printDue(date('2024-04-26'), today)).toBe('Fri 26 Apr');
    expect(printDue(today, today)).toBe('today');
  });
});
