import { type CalendarDate, calendarDateSchema } from '#domain/time.ts';

/** The day on which `epochMs` falls where this machine stands. */
export const localToday = (epochMs: number): CalendarDate => {
  const local = new Date(epochMs);
  const [month, day] = [local.getMonth() + 1, local.getDate()].map((part) => String(part).padStart(2, '0'));
  return calendarDateSchema.parse(`${local.getFullYear()}-${month}-${day}`);
};
