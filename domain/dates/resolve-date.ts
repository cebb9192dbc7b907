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
 *   both are given. Quarters and halves are of the calendar, and only approximate, because a financial year may
 *   begin at any time; for the same reason a financial year itself is no date.
 * - A weekend is a Saturday and a Sunday. Between two of them the verb tells which; "next" may be the coming one or the
 *   one after it: both are given.
 * - Seasons are of three whole months, as the World Meteorological Organization counts them, and approximate. Those of
 *   both hemispheres are given where the language of the text does not name a country.
 */
import { type CalendarDate, calendarDateSchema, type StatedDate } from '../time.ts';
import { addDays, endOfWeek, weekdayOf } from './calendar.ts';
import {
  type DateExpression,
  type Hemisphere,
  type PeriodPart,
  type RelativeDate,
  seasons,
} from './date-expression.ts';
import {
  type DateSpan,
  dayAt,
  daySpan,
  monthSpan,
  monthsFrom,
  periodSpan,
  weekdayFrom,
} from './date-span.ts';

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

type SeasonOf = Extract<DateExpression, { kind: 'season' }>;

const MONTHS = 3;
/** March, from 0: spring of the northern hemisphere (seasons of the meteorologists, of three whole months each). */
const FIRST_MONTH = 2;

const seasonsAround = (year: number, { season }: SeasonOf, hemisphere: Hemisphere): readonly DateSpan[] => {
  const half = hemisphere === 'north' ? 0 : 6;
  const month = (FIRST_MONTH + MONTHS * seasons.indexOf(season) + half) % 12;
  return [-2, -1, 0, 1].flatMap((years) => monthsFrom('months', (year + years) * 12 + month, MONTHS) ?? []);
};

const pointedAt = (from: CalendarDate, season: SeasonOf, spans: readonly DateSpan[]): readonly DateSpan[] => {
  const year = from.slice(0, 4);
  const before = spans.filter(({ last }) => last < from);
  if (season.pointer === 'next') return spans.filter(({ first }) => first > from).slice(0, 1);
  // Of a summer that has just ended "last summer" may be it or, still, the one of last year.
  if (season.pointer === 'last')
    return before.slice(before.at(-1)?.first.startsWith(year) === true ? -2 : -1);
  const own = spans.find(({ first, last }) => first <= from && from <= last);
  return [own ?? spans.find(({ first }) => first.startsWith(year))].flatMap((span) => span ?? []);
};

/** The candidates for a season, seen from the day of publication. See resolve-date.ts. */
const resolveSeason = (from: CalendarDate, season: SeasonOf): readonly DateSpan[] =>
  season.hemispheres.flatMap((hemisphere) =>
    pointedAt(from, season, seasonsAround(Number(from.slice(0, 4)), season, hemisphere)),
  );

type Weekend = Extract<DateExpression, { kind: 'weekend' }>;

const SATURDAY = 6;

/** The weekend of the week (from Monday) that is `weeks` after that of `from`. */
const weekendAt = (from: CalendarDate, weeks: number): DateSpan => {
  const last = addDays(endOfWeek(from), 7 * weeks);
  return { unit: 'days', first: addDays(last, -1), last };
};

/** Which weeks are meant by a paper that comes out within a weekend. */
const weeksWithin = ({ pointer, tense }: Weekend): readonly number[] => {
  if (pointer === 'last') return [-1];
  if (pointer === 'next') return [1];
  return pointer === 'nearest' && tense === 'future' ? [0, 1] : [0];
};

/** And by one between two of them: the last is over, and the next may be the coming one or the one after it. */
const weeksBetween = ({ pointer, tense }: Weekend): readonly number[] => {
  if (pointer === 'last') return [-1];
  if (pointer === 'next') return [0, 1];
  return { past: [-1], future: [0], open: [-1, 0] }[tense];
};

/** The candidates for a weekend, seen from the day of publication. See resolve-date.ts. */
const resolveWeekend = (from: CalendarDate, weekend: Weekend): readonly DateSpan[] => {
  const weeks = weekdayOf(from) >= SATURDAY ? weeksWithin(weekend) : weeksBetween(weekend);
  return weeks.map((each) => weekendAt(from, each));
};

type Month = Extract<DateExpression, { kind: 'month' }>;

/** Further off than this, another year is nearer. */
const HALF_YEAR_DAYS = 183;

const inYear = ({ month, days }: Month, year: number): DateSpan | null => {
  if (days === null) return monthSpan(year, month);
  const first = dayAt(year, month, days.first);
  const last = dayAt(year, month, days.last);
  if (first === null || last === null) return null;
  return first === last ? daySpan(first) : { unit: 'days', first, last };
};

const daysBetween = (a: CalendarDate, b: CalendarDate): number =>
  Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;

const distance = ({ first, last }: DateSpan, from: CalendarDate): number =>
  first <= from && from <= last ? 0 : Math.min(daysBetween(first, from), daysBetween(last, from));

/** The one of the year of publication, and where the verb or the distance speaks for another, that one. */
const byTense = (spans: readonly DateSpan[], own: DateSpan, from: CalendarDate, tense: Month['tense']) => {
  const told =
    tense === 'past'
      ? spans.findLast(({ first }) => first <= from)
      : tense === 'future'
        ? spans.find(({ last }) => last >= from)
        : spans.toSorted((a, b) => distance(a, from) - distance(b, from))[0];
  if (told === undefined) return [own];
  const isOwnFar = distance(own, from) > HALF_YEAR_DAYS;
  return tense !== 'open' && isOwnFar ? [told] : [own, told];
};

const pointed = (spans: readonly DateSpan[], expression: Month, from: CalendarDate, year: number) => {
  const { pointer } = expression;
  const before = spans.findLast(({ last }) => last < from);
  const after = spans.find(({ first }) => first > from);
  const own = inYear(expression, pointer === 'last' ? year - 1 : pointer === 'next' ? year + 1 : year);
  return [own, pointer === 'last' ? before : pointer === 'next' ? after : own];
};

/** The candidates for a month, or for days of it, seen from the day of publication. See resolve-date.ts. */
const resolveMonth = (from: CalendarDate, expression: Month): readonly DateSpan[] => {
  const { weekday, pointer, tense, yearNearby } = expression;
  const year = Number(from.slice(0, 4));
  const spans = [year - 1, year, year + 1].flatMap((each) => inYear(expression, each) ?? []);
  const onWeekday = spans.filter(({ first }) => weekdayOf(first) === weekday);
  if (onWeekday.length === 1) return onWeekday;
  if (pointer !== 'nearest') return pointed(spans, expression, from, year).flatMap((span) => span ?? []);
  const own = inYear(expression, year);
  const told = own === null ? spans : byTense(spans, own, from, tense);
  const other = yearNearby === null ? null : inYear(expression, yearNearby);
  return other === null ? told : [...told, other];
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
