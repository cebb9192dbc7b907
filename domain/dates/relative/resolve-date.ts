/**
 * Relative dates to days of the calendar, counted from the day of publication.
 *
 * The rules, and whose they are:
 * - A weekday is one of the seven days before or after publication (Associated Press Stylebook, "days of the week":
 *   "Use Monday, Tuesday, etc., for days of the week within seven days before or after the current date"), and the
 *   verb tells which: past, the nearest up to the day of publication; future, the nearest after it. Where the day of
 *   publication is such a day itself, "will meet on Wednesday" may mean it or the next one: both are given.
 * - "last" and "next" before a weekday are read in two ways, the nearest one or that of the neighbouring week (the
 *   Stylebook advises against them for this): where the two differ, both are given.
 * - A month or a day of a month without a year is of the year of publication (Stylebook, "dates" and "years"),
 *   unless another year is nearer, or the verb speaks against it.
 * - Weeks run from Monday (ISO 8601); since American ones begin on Sunday, both are given for what is published
 *   then. "This year" in the first days of January may be the year that has just ended, unless the verb looks ahead:
 *   both are given. Quarters and halves are of the calendar, and only approximate, because a financial year may begin at
 *   any time; for the same reason a financial year itself is no date.
 * - A weekend is a Saturday and a Sunday. Between two of them the verb tells which; "next" may be the coming one or the
 *   one after it: both are given.
 * - Seasons are of three whole months, as the World Meteorological Organization counts them, and approximate. Those of
 *   both hemispheres are given where the language of the text does not name a country.
 */
import { type CalendarDate, calendarDateSchema, type StatedDate } from '../../time.ts';
import { addDays, weekdayOf } from '../calendar.ts';
import type { DateExpression, PeriodPart, RelativeDate } from './date-expression.ts';
import { type DateSpan, daySpan, monthsFrom, periodSpan, weekdayFrom } from './date-span.ts';
import { resolveMonth } from './resolve-month.ts';
import { resolveSeason } from './resolve-season.ts';
import { resolveWeekend } from './resolve-weekend.ts';

/** How much the words say: one date, roughly one date, or one of several. */
export type ExpressionCertainty = 'exact' | 'approximate' | 'unclear';

export type ResolvedDate = {
  /** In the order of time, never empty; several only where it is unclear which is meant. */
  readonly candidates: readonly DateSpan[];
  readonly certainty: ExpressionCertainty;
  /** Whether the date of publication, from which it is counted, was stated or inferred. */
  readonly publication: 'stated' | 'inferred';
};

type Weekday = Extract<DateExpression, { kind: 'weekday' }>;
type Period = Extract<DateExpression, { kind: 'period' }>;
type YearPart = Extract<DateExpression, { kind: 'year-part' }>;

const sameWeekday = (from: CalendarDate, { weekday }: Weekday, weeks: number): CalendarDate =>
  addDays(from, weekday - weekdayOf(from) + weeks * 7);

const resolveNearest = (from: CalendarDate, { weekday, tense }: Weekday): readonly CalendarDate[] => {
  const upTo = weekdayFrom(addDays(from, -6), weekday);
  const after = addDays(upTo, 7);
  if (tense === 'past') return [upTo];
  return tense === 'future' && upTo !== from ? [after] : [upTo, after];
};

const resolveWeekday = (from: CalendarDate, expression: Weekday): readonly DateSpan[] => {
  const { weekday, pointer } = expression;
  const days = {
    nearest: () => resolveNearest(from, expression),
    last: () => [weekdayFrom(addDays(from, -7), weekday), sameWeekday(from, expression, -1)],
    next: () => [weekdayFrom(addDays(from, 1), weekday), sameWeekday(from, expression, 1)],
    this: () => [sameWeekday(from, expression, 0), weekdayFrom(from, weekday)],
  }[pointer]();
  return days.map(daySpan);
};

const cutSpan = (span: DateSpan, part: PeriodPart, from: CalendarDate): DateSpan => {
  switch (part) {
    case 'first-day':
      return daySpan(span.first);
    case 'last-day':
      return daySpan(span.last);
    case 'before':
      return { unit: 'days', first: span.first, last: from };
    case 'after':
      return { unit: 'days', first: from, last: span.last };
    default:
      return span;
  }
};

/** So many days of a year look back on the one before. */
const LAST_DAY_LOOKING_BACK = '01-14';

/** "this year" in a paper of 3 January, unless the verb looks ahead. */
const looksBack = (from: CalendarDate, { part, tense }: Period): boolean =>
  tense !== undefined && tense !== 'future' && part !== 'after' && from.slice(5) <= LAST_DAY_LOOKING_BACK;

const offsetsOf = (from: CalendarDate, period: Period): readonly number[] => {
  const { unit, offset } = period;
  if (unit === 'week' && weekdayOf(from) === 7) return [offset, offset + 1];
  return looksBack(from, period) ? [offset - 1, offset] : [offset];
};

const resolvePeriod = (from: CalendarDate, period: Period): readonly DateSpan[] => {
  const { unit, part } = period;
  const offsets = offsetsOf(from, period);
  return offsets.flatMap((each) => {
    const span = periodSpan(unit, from, each);
    if (span === null) return [];
    const isAround = span.first <= from && from <= span.last;
    return [cutSpan(span, isAround || part.endsWith('-day') ? part : 'whole', from)];
  });
};

const resolveYearPart = (from: CalendarDate, { months, number, offset }: YearPart): readonly DateSpan[] => {
  const year = Number(from.slice(0, 4)) + offset;
  const span = monthsFrom(months === 3 ? 'quarter' : 'months', year * 12 + (number - 1) * months, months);
  return span === null ? [] : [span];
};

const candidatesOf = (from: CalendarDate, expression: DateExpression): readonly DateSpan[] => {
  switch (expression.kind) {
    case 'days':
      return [daySpan(addDays(from, expression.offset))];
    case 'weekday':
      return resolveWeekday(from, expression);
    case 'period':
      return resolvePeriod(from, expression);
    case 'month':
      return resolveMonth(from, expression);
    case 'weekend':
      return resolveWeekend(from, expression);
    case 'year-part':
      return resolveYearPart(from, expression);
    case 'season':
      return resolveSeason(from, expression);
  }
};

const isVague = ({
  expression,
  isApproximate,
}: Pick<RelativeDate, 'expression' | 'isApproximate'>): boolean =>
  isApproximate ||
  expression.kind === 'year-part' ||
  expression.kind === 'season' ||
  (expression.kind === 'period' && (expression.part !== 'whole' || expression.unit === 'quarter'));

const distinct = (spans: readonly DateSpan[]): readonly DateSpan[] =>
  spans
    .filter(({ first, last }, at) => spans.findIndex((o) => o.first === first && o.last === last) === at)
    .toSorted((a, b) => a.first.localeCompare(b.first));

/** No newspaper is older, and a thousand years either way can still be written in four digits. */
const reckonedYears = /^[1-8]/;

/** What the bibliography of the article says of its date. */
type Published = {
  readonly publishedAt: StatedDate | null;
  readonly dateCertainty: 'stated' | 'inferred' | 'unknown';
};

/**
 * The days that a relative date means in an article published then. Of a date-time the day is the one that was
 * stated, in its own zone. Null where the date of publication is not known, or the calendar has no such day.
 */
export const resolveDate = (
  date: Pick<RelativeDate, 'expression' | 'isApproximate'>,
  { publishedAt, dateCertainty }: Published,
): ResolvedDate | null => {
  const from = calendarDateSchema.safeParse(publishedAt?.slice(0, 10)).data;
  if (from === undefined || dateCertainty === 'unknown' || !reckonedYears.test(from)) return null;
  const candidates = distinct(candidatesOf(from, date.expression));
  if (candidates.length === 0) return null;
  const certainty = candidates.length > 1 ? 'unclear' : isVague(date) ? 'approximate' : 'exact';
  return { candidates, certainty, publication: dateCertainty };
};
