import { z } from 'zod';
import { equalJson } from '../equal-json.ts';
import { partialDateSchema } from './partial-date.ts';

/** When something happens that an article speaks of, as the analyst entered it. Publication is another thing. */
export const eventDateSchema = z.strictObject({
  date: partialDateSchema,
  /** What happens then, in a few words. */
  note: z.string().min(1).max(500).nullable(),
});
export type EventDate = z.infer<typeof eventDateSchema>;

/** So many an article may have. */
export const MAX_EVENT_DATES = 100;
export const eventDatesSchema = z.array(eventDateSchema).max(MAX_EVENT_DATES);

const compare = (a: EventDate, b: EventDate): number =>
  a.date.localeCompare(b.date) || (a.note ?? '').localeCompare(b.note ?? '');

/** The event dates in the order of time, each once. */
export const sortEventDates = (eventDates: readonly EventDate[]): EventDate[] =>
  eventDates.toSorted(compare).filter((each, index, all) => index === 0 || !equalJson(each, all[index - 1]));
