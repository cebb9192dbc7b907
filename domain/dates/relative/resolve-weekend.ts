import type { CalendarDate } from '../../time.ts';
import { addDays, endOfWeek, weekdayOf } from '../calendar.ts';
import type { DateExpression } from './date-expression.ts';
import type { DateSpan } from './date-span.ts';

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
export const resolveWeekend = (from: CalendarDate, weekend: Weekend): readonly DateSpan[] => {
  const weeks = weekdayOf(from) >= SATURDAY ? weeksWithin(weekend) : weeksBetween(weekend);
  return weeks.map((each) => weekendAt(from, each));
};
