import type { EventTime } from './event-date.ts';
import type { PartialDate } from './partial-date.ts';
import { readPartialDate } from './read-partial-date.ts';

const between = /\s*[–—/]\s*|\s+(?:to|until|-)\s+|(?<=^\d{1,2})-(?=\d{1,2}\s)/u;

/** "24" of "24–26 April 2024", "April" of "April–June 2024": what the end says besides stands for both. */
const completed = (beginning: string, end: string): PartialDate | null => {
  const words = end.split(/\s+/u);
  const missing = words.slice(beginning.split(/\s+/u).length);
  return readPartialDate(beginning) ?? readPartialDate([beginning, ...missing].join(' '));
};

/**
 * When something happens, as it was typed: one date as readPartialDate reads it, or two with a dash, a slash or "to" between
 * them, as precise as each other. Null where it is none, or ends before it begins.
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
