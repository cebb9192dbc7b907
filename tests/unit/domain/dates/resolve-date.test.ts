import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, weekdayOf } from '#domain/dates/calendar.ts';
import type { DateExpression, RelativeDate, Tense } from '#domain/dates/date-expression.ts';
import { periodUnits, seasons } from '#domain/dates/date-expression.ts';
import { eventTimeOf } from '#domain/dates/date-span.ts';
import { findRelativeDates } from '#domain/dates/find-relative-dates.ts';
import { partialDateSchema } from '#domain/dates/partial-date.ts';
import { resolveDate } from '#domain/dates/resolve-date.ts';
import { calendarDateSchema, statedDateSchema } from '#domain/time.ts';

const day = fc
  .date({ min: new Date('1000-01-01'), max: new Date('8999-12-31'), noInvalidDate: true })
  .map((date) => calendarDateSchema.parse(date.toISOString().slice(0, 10)));
const tense = fc.constantFrom<Tense>('past', 'future', 'open');
const pointer = fc.constantFrom('nearest', 'last', 'next', 'this');

const expressions: fc.Arbitrary<DateExpression> = fc.oneof(
  fc.record({ kind: fc.constant('days'), offset: fc.integer({ min: -999, max: 999 }) }),
  fc.record({ kind: fc.constant('weekday'), weekday: fc.integer({ min: 1, max: 7 }), pointer, tense }),
  fc.record({
    kind: fc.constant('period'),
    unit: fc.constantFrom(...periodUnits),
    offset: fc.integer({ min: -999, max: 999 }),
    part: fc.constantFrom('whole', 'somewhere', 'before', 'after', 'first-day', 'last-day'),
  }),
  fc.record({
    kind: fc.constant('month'),
    month: fc.integer({ min: 1, max: 12 }),
    days: fc.option(fc.integer({ min: 1, max: 31 }).map((first) => ({ first, last: first }))),
    weekday: fc.option(fc.integer({ min: 1, max: 7 })),
    pointer,
    tense,
    yearNearby: fc.option(fc.integer({ min: 1900, max: 2099 })),
  }),
  fc.record({ kind: fc.constant('weekend'), pointer, tense }),
  fc.record({
    kind: fc.constant('year-part'),
    months: fc.constantFrom(3, 6),
    number: fc.integer({ min: 1, max: 2 }),
    offset: fc.integer({ min: -1, max: 1 }),
  }),
  fc.record({
    kind: fc.constant('season'),
    season: fc.constantFrom(...seasons),
    pointer: fc.constantFrom('last', 'next', 'this'),
    hemispheres: fc.subarray(['north', 'south'], { minLength: 1 }),
  }),
) as fc.Arbitrary<DateExpression>;

const at = (publishedAt: string, dateCertainty: 'stated' | 'inferred' | 'unknown' = 'stated') => ({
  publishedAt: statedDateSchema.parse(publishedAt),
  dateCertainty,
});
const exactly = (expression: DateExpression) => ({ expression, isApproximate: false });
const wednesday = (its: Tense): DateExpression => ({
  kind: 'weekday',
  weekday: 3,
  pointer: 'nearest',
  tense: its,
});

describe('a resolved date', () => {
  it('is a span of whole days in the order of time, for any words and any day', () => {
    fc.assert(
      fc.property(expressions, day, (expression, published) => {
        const { candidates, certainty } = resolveDate(exactly(expression), at(published)) ?? {
          candidates: [],
          certainty: 'exact',
        };
        for (const { first, last } of candidates) expect(first <= last).toBe(true);
        expect(candidates.map(({ first }) => first)).toEqual(candidates.map(({ first }) => first).toSorted());
        expect(certainty === 'unclear').toBe(candidates.length > 1);
      }),
    );
  });

  it('of a bare weekday is that weekday, within seven days, on the side of its tense', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 7 }), tense, (published, weekday, its) => {
        const expression: DateExpression = { kind: 'weekday', weekday, pointer: 'nearest', tense: its };
        const resolved = resolveDate(exactly(expression), at(published));
        const days = resolved?.candidates.map(({ first }) => first) ?? [];
        const reach = { past: [-6, 0], future: [0, 7], open: [-6, 7] } as const;
        const [from, to] = reach[its].map((days) => addDays(published, days));
        expect(days.map(weekdayOf)).toEqual(days.map(() => weekday));
        expect(from !== undefined && days.every((each) => each >= from)).toBe(true);
        expect(to !== undefined && days.every((each) => each <= to)).toBe(true);
        const ofToday = weekdayOf(published) === weekday ? 2 : 1;
        expect(days).toHaveLength({ past: 1, future: ofToday, open: 2 }[its]);
      }),
    );
  });

  it('counts from the day that was stated, in its own zone', () => {
    const resolved = resolveDate(exactly({ kind: 'days', offset: 0 }), at('2024-04-22T23:30:00-04:00'));
    expect(resolved?.candidates[0]?.first).toBe('2024-04-22');
  });

  it('crosses the end of a year and a leap day', () => {
    const first = (expression: DateExpression, published: string) =>
      resolveDate(exactly(expression), at(published))?.candidates[0]?.first;
    expect(first(wednesday('future'), '2024-12-29')).toBe('2025-01-01');
    expect(first({ kind: 'days', offset: 1 }, '2024-02-28')).toBe('2024-02-29');
    expect(first({ kind: 'period', unit: 'month', offset: -1, part: 'whole' }, '2024-01-15')).toBe(
      '2023-12-01',
    );
  });

  it('says whether the date of publication was stated or inferred', () => {
    expect(resolveDate(exactly(wednesday('past')), at('2024-04-22', 'inferred'))?.publication).toBe(
      'inferred',
    );
    expect(resolveDate(exactly(wednesday('past')), at('2024-04-22'))?.publication).toBe('stated');
  });

  it('is none where the date of publication is not known', () => {
    expect(resolveDate(exactly(wednesday('past')), at('2024-04-22', 'unknown'))).toBeNull();
    const unknown = { publishedAt: null, dateCertainty: 'unknown' } as const;
    expect(resolveDate(exactly(wednesday('past')), unknown)).toBeNull();
  });

  it('is the time of an event: one date where it is a day, a month or a year, else from one to another', () => {
    const dateOf = (unit: (typeof periodUnits)[number]) => {
      const period: DateExpression = { kind: 'period', unit, offset: 0, part: 'whole' };
      const span = resolveDate(exactly(period), at('2024-04-22'))?.candidates[0];
      return span && eventTimeOf(span);
    };
    expect([dateOf('year'), dateOf('month'), dateOf('quarter'), dateOf('week')]).toEqual([
      { date: '2024' },
      { date: '2024-04' },
      { date: '2024-04', until: '2024-06' },
      { date: '2024-04-22', until: '2024-04-28' },
    ]);
  });
});

describe('a date as precise as it is known', () => {
  it.each(['2024', '2024-04', '2024-04-24'])('may be %s', (date) =>
    expect(partialDateSchema.safeParse(date).success).toBe(true),
  );
  it.each(['24', '2024-13', '2024-00', '2024-02-30', '2024-4', ''])('is never "%s"', (date) =>
    expect(partialDateSchema.safeParse(date).success).toBe(false),
  );
});

const words = [
  ...[
    'on',
    'in',
    'last',
    'next',
    'the',
    'end of',
    'this',
    'early',
    'said',
    'will',
    '3',
    '22',
    'two',
    'ago',
    'May',
  ],
  ...[
    'Wednesday',
    'April',
    'March',
    'week',
    'years',
    'days',
    'today',
    '“',
    '”',
    ',',
    '.',
    '’s',
    '2024',
    '-',
    '😀',
  ],
];

describe('what is found in a text', () => {
  it('stands in order, never overlaps, and begins and ends with a letter or a digit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...words), { maxLength: 40 }),
        fc.constantFrom(' ', ''),
        (all, by) => {
          const text = all.join(by);
          let reached = 0;
          for (const { start, end } of findRelativeDates(text, 'en') satisfies readonly RelativeDate[]) {
            expect(start).toBeGreaterThanOrEqual(reached);
            expect(text.slice(start, end)).toMatch(/^[\p{L}\p{N}].*[\p{L}\p{N}.]$/u);
            reached = end;
          }
        },
      ),
    );
  });
});
