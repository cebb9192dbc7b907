import { type CalendarDate, calendarDateSchema } from '#domain/time.ts';

/** The day of `epochMs` in the time zone of this machine. */
export const localToday = (epochMs: number): CalendarDate => {
  const local = new Date(epochMs);
  const [month, day] = [local.getMonth() + 1, local.getDate()].map((part) => String(part).padStart(2, '0'));
  return calendarDateSchema.parse(`${local.getFullYear()}-${month}-${day}`);
};
