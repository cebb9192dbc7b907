import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  civilDay,
  compareEdges,
  dayNumber,
  daysOf,
  edgesOf,
  isoDay,
  isVague,
  overlaps,
  readEdtf,
} from '#domain/dates/when/edtf.ts';
import { anyWhen } from '../../../../support/dates/any-when.ts';

const edges = (text: string): string => {
  const { first, last } = daysOf(text);
  return [first, last].map((day) => (Number.isFinite(day) ? isoDay(day) : '..')).join(' ');
};

describe('a date in EDTF', () => {
  // The examples of the specification (Library of Congress, 4 February 2019), level 0 and 1, and the sets of level 2.
  it.each([
    ['1985-04-12', '1985-04-12 1985-04-12'],
    ['1985-04', '1985-04-01 1985-04-30'],
    ['1985', '1985-01-01 1985-12-31'],
    ['1985-04-12T23:20:30', '1985-04-12 1985-04-12'],
    ['1985-04-12T23:20:30Z', '1985-04-12 1985-04-12'],
    ['1985-04-12T23:20:30-04', '1985-04-12 1985-04-12'],
    ['1985-04-12T23:20:30+04:30', '1985-04-12 1985-04-12'],
    ['1964/2008', '1964-01-01 2008-12-31'],
    ['2004-06/2006-08', '2004-06-01 2006-08-31'],
    ['2004-02-01/2005', '2004-02-01 2005-12-31'],
    ['Y170000002', '170000002-01-01 170000002-12-31'],
    ['Y-170000002', '-170000002-01-01 -170000002-12-31'],
    ['2001-21', '2001-03-01 2001-05-31'],
    ['2001-24', '2001-12-01 2002-02-28'],
    ['1984?', '1984-01-01 1984-12-31'],
    ['2004-06~', '2004-06-01 2004-06-30'],
    ['2004-06-11%', '2004-06-11 2004-06-11'],
    ['201X', '2010-01-01 2019-12-31'],
    ['20XX', '2000-01-01 2099-12-31'],
    ['2004-XX', '2004-01-01 2004-12-31'],
    ['1985-04-XX', '1985-04-01 1985-04-30'],
    ['1985-XX-XX', '1985-01-01 1985-12-31'],
    ['1985-04-12/..', '1985-04-12 ..'],
    ['1985/', '1985-01-01 ..'],
    ['../1985-04', '.. 1985-04-30'],
    ['/1985', '.. 1985-12-31'],
    ['1984~/2004-06', '1984-01-01 2004-06-30'],
    ['1984-06-02?/2004-08-08~', '1984-06-02 2004-08-08'],
    ['-1985', '-1985-01-01 -1985-12-31'],
    ['[1667,1668,1670..1672]', '1667-01-01 1672-12-31'],
    ['[..1760-12-03]', '.. 1760-12-03'],
    ['[1760-12..]', '1760-12-01 ..'],
    ['[1760-01,1760-02,1760-12..]', '1760-01-01 ..'],
    ['[1667,1760-12]', '1667-01-01 1760-12-31'],
  ])('is read, with its first and last day: %s', (text, days) => expect(edges(text)).toBe(days));

  it.each([
    ...[
      '',
      '85',
      '1985-4',
      '1985-13',
      '1985-00',
      '1985-02-30',
      '2023-02-29',
      '1985-04-31',
      '-0000',
      'XXXX',
      '1XXX',
    ],
    ...[
      '2024-25',
      '2024-41',
      'Y2024',
      'Y170000002-01',
      '1985-04-12T24:00:00',
      '1985-04T12:00:00',
      '156X-12-25',
    ],
    ...[
      '2024-XX-12',
      '?2024',
      '2004?-06',
      '2024/2023',
      '2024/2025/2026',
      '/',
      '../..',
      '[..]',
      '[]',
      '[2024',
      '{2024}',
    ],
    ...[
      '[2025..2024]',
      '[2024..,2025]',
      '2024..2025',
      ' 2024',
      '2024 ',
      '２０２４',
      '2024-05-01~..',
      'Y3388E2S3',
    ],
  ])('is refused: %s', (text) => expect(readEdtf(text)).toBeNull());

  it('is never read of what is no date, whatever it is', () =>
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const edtf = readEdtf(text);
        if (edtf !== null) expect(edgesOf(edtf).first).toBeLessThanOrEqual(edgesOf(edtf).last);
      }),
      { numRuns: 2000 },
    ));

  it('begins no later than it ends', () =>
    fc.assert(
      fc.property(anyWhen, (text) => {
        const { first, last } = daysOf(text);
        expect(first).toBeLessThanOrEqual(last);
        expect(overlaps({ first, last }, { first, last })).toBe(true);
      }),
    ));

  it('stands in one order, whichever two are compared', () =>
    fc.assert(
      fc.property(fc.tuple(anyWhen, anyWhen, anyWhen), (texts) => {
        const [a, b, c] = texts.map(daysOf);
        if (a === undefined || b === undefined || c === undefined) return;
        expect(compareEdges(a, b)).toBe(-compareEdges(b, a) + 0);
        expect(compareEdges(a, a)).toBe(0);
        if (compareEdges(a, b) <= 0 && compareEdges(b, c) <= 0)
          expect(compareEdges(a, c)).toBeLessThanOrEqual(0);
      }),
    ));

  it('overlaps another as often as the other overlaps it', () =>
    fc.assert(
      fc.property(anyWhen, anyWhen, (a, b) => {
        expect(overlaps(daysOf(a), daysOf(b))).toBe(overlaps(daysOf(b), daysOf(a)));
      }),
    ));

  it('counts days as the calendar does', () =>
    fc.assert(
      fc.property(fc.integer({ min: -4_000_000, max: 4_000_000 }), (number) => {
        const { year, month, day } = civilDay(number);
        expect(dayNumber(year, month, day)).toBe(number);
        if (year < 1 || year > 9999) return;
        expect(isoDay(number)).toBe(new Date(number * 86_400_000).toISOString().slice(0, 10));
      }),
    ));

  it.each([
    ['2024-04-19', false],
    ['2024-04', false],
    ['2024-04-24/2024-04-26', false],
    ['2024~', true],
    ['2024-05-01~/2024-05-10~', true],
    ['201X', true],
    ['2024-05-XX', true],
    ['[2024-04-18,2024-04-19]', true],
  ])('says whether it is vague: %s', (text, expected) => expect(isVague(text)).toBe(expected));
});
