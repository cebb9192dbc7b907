/** Tasks that come again: on the day that a rule makes of the day before. RFC 5545 calls such a rule RRULE. */
import { z } from 'zod';
import { addDays } from '../dates/calendar.ts';
import { type CalendarDate, calendarDateSchema } from '../time.ts';

const everySchema = z.number().int().min(1).max(999);

/** Every so many days, weeks or months. A week counts from the day on which the task is due. */
export const repeatSchema = z.discriminatedUnion('unit', [
  z.strictObject({ unit: z.literal('day'), every: everySchema }),
  z.strictObject({ unit: z.literal('week'), every: everySchema }),
  /** `day` of the month; in a month that is shorter its last day. */
  z.strictObject({ unit: z.literal('month'), every: everySchema, day: z.number().int().min(1).max(31) }),
]);
export type Repeat = z.infer<typeof repeatSchema>;

const dayOf = (date: CalendarDate): number => Number(date.slice(8));

/** The rule "every so many", for a task that is due on `due`. */
export const repeatFrom = (unit: Repeat['unit'], every: number, due: CalendarDate): Repeat =>
  unit === 'month' ? { unit, every, day: dayOf(due) } : { unit, every };

/** The rule for another day on which the task is due: "on the 31st" becomes "on the 15th". */
export const movedRepeat = (repeat: Repeat, due: CalendarDate): Repeat =>
  repeatFrom(repeat.unit, repeat.every, due);

/** The day `months` after the month of `from`, on `day` or the last of that month; null past the year 9999. */
export const inMonths = (from: CalendarDate, months: number, day: number): CalendarDate | null => {
  const count = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1];
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const written = [String(year).padStart(4, '0'), month, Math.min(day, last)]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  return calendarDateSchema.safeParse(written).data ?? null;
};

const DAYS = { day: 1, week: 7 } as const;
const LAST_DAY = '9999-12-31';

const later = (repeat: Repeat, due: CalendarDate, times: number): CalendarDate | null => {
  if (repeat.unit === 'month') return inMonths(due, repeat.every * times, repeat.day);
  const days = repeat.every * DAYS[repeat.unit] * times;
  return days <= (Date.parse(LAST_DAY) - Date.parse(due)) / 86_400_000 ? addDays(due, days) : null;
};

/**
 * The first day of the rule after `due` and after `today`: what was missed is not made up for. Null where the calendar
 * ends before.
 */
export const nextDue = (repeat: Repeat, due: CalendarDate, today: CalendarDate): CalendarDate | null => {
  for (let times = 1; ; times += 1) {
    const day = later(repeat, due, times);
    if (day === null || day > today) return day;
  }
};

/** "every day", "every 2 weeks". */
export const sayRepeat = ({ every, unit }: Pick<Repeat, 'every' | 'unit'>): string =>
  every === 1 ? `every ${unit}` : `every ${every} ${unit}s`;

/** The value of an RRULE (RFC 5545, 3.3.10). A month without that day takes its last one, as here. */
export const printRrule = (repeat: Repeat): string => {
  if (repeat.unit !== 'month') {
    return `FREQ=${repeat.unit === 'day' ? 'DAILY' : 'WEEKLY'};INTERVAL=${repeat.every}`;
  }
  const days = Array.from({ length: Math.max(0, repeat.day - 27) }, (_, index) => 28 + index);
  const onDay = repeat.day <= 28 ? `BYMONTHDAY=${repeat.day}` : `BYMONTHDAY=${days.join(',')};BYSETPOS=-1`;
  return `FREQ=MONTHLY;INTERVAL=${repeat.every};${onDay}`;
};
