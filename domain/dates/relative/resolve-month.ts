import type { CalendarDate } from '../../time.ts';
import { weekdayOf } from '../calendar.ts';
import type { DateExpression } from './date-expression.ts';
import { type DateSpan, dayAt, daySpan, monthSpan } from './date-span.ts';

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
export const resolveMonth = (from: CalendarDate, expression: Month): readonly DateSpan[] => {
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
