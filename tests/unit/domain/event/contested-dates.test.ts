import { describe, expect, it } from 'vitest';
import { edtfSchema } from '#domain/dates/when/edtf.ts';
import { contestedDates } from '#domain/event/contested-dates.ts';

const contested = (date: string, ...said: (string | null)[]) =>
  contestedDates(
    edtfSchema.parse(date),
    said.map((each) => (each === null ? null : edtfSchema.parse(each))),
  );

describe('dates that can’t all be so', () => {
  it.each([
    ['one passage gives another day', '2024-04-19', ['2024-04-19', '2024-04-18'], ['2024-04-18']],
    ['a day lies within what another gives', '2024-04-19', ['2024-04', '2024', '2024-04-19'], []],
    ['none gives one', '2024-04-19', [null, null], []],
    [
      'passages contradict each other alone',
      '2024-04',
      ['2024-04-19', '2024-04-18'],
      ['2024-04-18', '2024-04-19'],
    ],
    [
      'the analyst leaves both open',
      '[2024-04-18,2024-04-19]',
      ['2024-04-18', '2024-04-19'],
      ['2024-04-18', '2024-04-19'],
    ],
    [
      'it lasted, and each gives another day of it',
      '2024-04-24/2024-04-26',
      ['2024-04-24', '2024-04-26'],
      [],
    ],
    ['it lasted, and one gives a day beyond', '2024-04-24/2024-04-26', ['2024-04-27'], ['2024-04-27']],
    ['a date is open', '[..2024-05-10]', ['2024-05-01', '2024-05-11'], ['2024-05-11']],
  ])('are told where %s', (_, date, said, expected) => expect(contested(date, ...said)).toEqual(expected));
});
