import { addDays } from '../dates/calendar.ts';
import { dayAt } from '../dates/date-span.ts';
import type { CalendarDate } from '../time.ts';

/** How old evidence is, by its date of publication. Both days are included; null is open. */
export type AgeBand = {
  readonly id: string;
  readonly name: string;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
};

/** The day that many months earlier: the last of its month if that has no such day. */
export const monthsBefore = (today: CalendarDate, months: number): CalendarDate => {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const index = year * 12 + month - 1 - months;
  for (let at = day; at > 0; at -= 1) {
    const found = dayAt(Math.floor(index / 12), (index % 12) + 1, at);
    if (found !== null) return found;
  }
  throw new Error(`There is no day ${months} months before ${today}.`);
};

const steps = [
  { id: 'month', name: 'Up to a month', months: 1 },
  { id: 'quarter', name: '1 to 3 months', months: 3 },
  { id: 'half', name: '3 to 6 months', months: 6 },
  { id: 'year', name: '6 to 12 months', months: 12 },
  { id: 'two', name: '1 to 2 years', months: 24 },
  { id: 'five', name: '2 to 5 years', months: 60 },
] as const;

/** The bands from the newest to the oldest; together they cover every day. */
export const ageBands = (today: CalendarDate): readonly AgeBand[] => {
  const edges = steps.map(({ months }) => monthsBefore(today, months));
  return [
    { id: 'future', name: 'Dated after today', from: addDays(today, 1), to: null },
    ...steps.map(({ id, name }, at) => ({
      id,
      name,
      from: addDays(edges[at] ?? today, 1),
      to: at === 0 ? today : (edges[at - 1] ?? today),
    })),
    { id: 'older', name: 'More than 5 years', from: null, to: edges.at(-1) ?? today },
  ];
};

/** The band of a date of publication, a day or an instant as it was stated. */
export const bandOf = (bands: readonly AgeBand[], date: string): AgeBand | undefined => {
  const day = date.slice(0, 10);
  return bands.find(({ from, to }) => (from === null || day >= from) && (to === null || day <= to));
};
