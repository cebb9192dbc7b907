import { z } from 'zod';
import { equalJson } from '../equal-json.ts';
import { type PartialDate, partialDateSchema, readPartialDate } from './partial-date.ts';

/** When something happens that an article speaks of, as the analyst entered it. Publication is another thing. */
export const eventDateSchema = z
  .strictObject({
    date: partialDateSchema,
    /** The last day, month or year of what lasts longer: as precise as `date`, and after it. */
    until: partialDateSchema.optional(),
    /** What happens then, in a few words. */
    note: z.string().min(1).max(500).nullable(),
  })
  .refine(({ date, until }) => until === undefined || (until.length === date.length && until > date), {
    message: 'an event ends after it begins, and its end is as precise as its beginning',
  });
export type EventDate = z.infer<typeof eventDateSchema>;

/** When something happens, without what it is. */
export type EventTime = Pick<EventDate, 'date' | 'until'>;

/** As ISO 8601-1 writes it: `2024-04`, or an interval, `2024-04-24/2024-04-26`. */
export const printEventTimeAsIso = ({ date, until }: EventTime): string =>
  until === undefined ? date : `${date}/${until}`;

/** So many an article may have. */
export const MAX_EVENT_DATES = 100;
export const eventDatesSchema = z.array(eventDateSchema).max(MAX_EVENT_DATES);

const compare = (a: EventDate, b: EventDate): number =>
  printEventTimeAsIso(a).localeCompare(printEventTimeAsIso(b)) || (a.note ?? '').localeCompare(b.note ?? '');

/** The event dates in the order of time, each once. */
export const sortEventDates = (eventDates: readonly EventDate[]): EventDate[] =>
  eventDates.toSorted(compare).filter((each, index, all) => index === 0 || !equalJson(each, all[index - 1]));

const between = /\s*[–—/]\s*|\s+(?:to|until|-)\s+|(?<=^\d{1,2})-(?=\d{1,2}\s)/u;

/** "24" of "24–26 April 2024", "April" of "April–June 2024": the month or year at the end applies to both. */
const completed = (beginning: string, end: string): PartialDate | null => {
  const words = end.split(/\s+/u);
  const missing = words.slice(beginning.split(/\s+/u).length);
  return readPartialDate(beginning) ?? readPartialDate([beginning, ...missing].join(' '));
};

/**
 * When something happens, as it was typed: one date as readPartialDate reads it, or two with a dash, a slash or "to"
 * between them, as precise as each other. Null where it is not one, or ends before it begins.
 */
export const readEventTime = (raw: string): EventTime | null => {
  const [beginning = '', end, ...more] = raw.trim().split(between);
  if (end === undefined) {
    const date = readPartialDate(beginning);
    return date === null ? null : { date };
  }
  const [date, until] = [completed(beginning, end), readPartialDate(end)];
  const isSpan = more.length === 0 && date !== null && until !== null && date.length === until.length;
  return isSpan && until > date ? { date, until } : null;
};
