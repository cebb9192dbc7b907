import type { CalendarRule } from '../../calendar/calendar-task.ts';

const units = {
  DAILY: ['day', 1],
  WEEKLY: ['week', 1],
  MONTHLY: ['month', 1],
  YEARLY: ['month', 12],
} as const;
const isFrequency = (word: string | undefined): word is keyof typeof units =>
  word !== undefined && Object.hasOwn(units, word);

/** "15", and what printRrule writes for a day that not every month has: "28,29,30,31", the last of them. */
const readMonthDay = (parts: ReadonlyMap<string, string>): number | null | undefined => {
  const written = parts.get('BYMONTHDAY');
  if (written === undefined) return null;
  const days = written.split(',').map(Number);
  const [first = 0] = days;
  const isRun =
    days.every((day, index) => day === first + index) && parts.get('BYSETPOS') === '-1' && first === 28;
  const last = days.at(-1) ?? 0;
  return (days.length === 1 || isRun) && last >= 1 && last <= 31 ? last : undefined;
};

/** What a rule may say of each unit beside its frequency and interval: on one weekday is weekly, in one month yearly. */
const isSimple = (parts: ReadonlyMap<string, string>, frequency: keyof typeof units): boolean => {
  const known = new Set(['FREQ', 'INTERVAL', 'WKST']);
  if (frequency === 'WEEKLY' && /^(?:MO|TU|WE|TH|FR|SA|SU)$/u.test(parts.get('BYDAY') ?? ''))
    known.add('BYDAY');
  if (frequency === 'MONTHLY' || frequency === 'YEARLY') known.add('BYMONTHDAY').add('BYSETPOS');
  if (frequency === 'YEARLY' && /^\d{1,2}$/u.test(parts.get('BYMONTH') ?? '')) known.add('BYMONTH');
  return [...parts.keys()].every((part) => known.has(part));
};

/**
 * A rule of RFC 5545 (3.3.10) that Precis has too: every so many days, weeks, months or years. Null for any other, such
 * as one with an end, or on two days of the week.
 */
export const readRrule = (value: string): CalendarRule | null => {
  const parts = new Map(
    value
      .toUpperCase()
      .split(';')
      .map((part): [string, string] => {
        const [name = '', ...rest] = part.split('=');
        return [name.trim(), rest.join('=').trim()];
      }),
  );
  const frequency = parts.get('FREQ');
  const day = readMonthDay(parts);
  if (!isFrequency(frequency) || day === undefined || !isSimple(parts, frequency)) return null;
  const [unit, times] = units[frequency];
  const every = Number(parts.get('INTERVAL') ?? 1) * times;
  return Number.isInteger(every) && every >= 1 && every <= 999 ? { unit, every, day } : null;
};
