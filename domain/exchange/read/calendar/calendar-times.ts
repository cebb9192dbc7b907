/** Days and instants of a calendar (RFC 5545, 3.3.4 and 3.3.5). */
import { remembering } from '../../../remembering.ts';
import { calendarDateSchema, type Timestamp, timestampSchema } from '../../../time.ts';
import type { CalendarTime } from '../../calendar/calendar-task.ts';
import type { ContentLine } from './content-lines.ts';

const PATTERN = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/u;

/** The clock of a zone of the IANA; null where it has no such zone. */
const clockOf = remembering((timeZone: string): Intl.DateTimeFormat | null => {
  try {
    const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
    const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
    return new Intl.DateTimeFormat('en-US', { timeZone, calendar: 'iso8601', ...parts, ...clock });
  } catch {
    return null;
  }
});

/** What the clock shows at an instant, as if it were the time of UTC. */
const shownMs = (clock: Intl.DateTimeFormat, epochMs: number): number => {
  const part = Object.fromEntries(clock.formatToParts(epochMs).map(({ type, value }) => [type, value]));
  const { year, month, day, hour, minute, second } = part;
  return Date.parse(`${year?.padStart(4, '0')}-${month}-${day}T${hour}:${minute}:${second}Z`);
};

/** The instant at which the clock shows that time. Looked for twice, since the hour may change between the two. */
const instantAt = (clock: Intl.DateTimeFormat, shown: number): number => {
  const first = shown - (shownMs(clock, shown) - shown);
  return first - (shownMs(clock, first) - shown);
};

/** Longer than any name of a zone, with what programs put before it. */
const MAX_ZONE_NAME = 200;

/**
 * The clock of a zone by its name, in any case: "Europe/Berlin", also of "/mozilla.org/20050126_1/Europe/Berlin", which
 * says by the slash that a program has put something before it (RFC 5545, 3.2.19). Any other name is one of its own file.
 */
const clockNamed = (tzid: string): Intl.DateTimeFormat | null => {
  if (tzid.length > MAX_ZONE_NAME) return null;
  const name = tzid.toLowerCase();
  if (!name.startsWith('/')) return clockOf(name);
  const parts = name.slice(1).split('/');
  const ends = [3, 2].filter((count) => count <= parts.length).map((count) => parts.slice(-count).join('/'));
  return ends.map(clockOf).find((clock) => clock !== null) ?? null;
};

/** Null beyond the years that an instant is written with. */
const timestampAt = (epochMs: number): Timestamp | null =>
  Number.isNaN(epochMs) ? null : (timestampSchema.safeParse(new Date(epochMs).toISOString()).data ?? null);

/**
 * A date is that day. A time of UTC, or of a zone that the IANA knows, is an instant. Any other time, floating, of a zone
 * that its own file defines, or so late that its instant is past the year 9999, falls on the day that is written: it is
 * what the calendar shows.
 * Null where it is neither.
 */
export const readTime = ({
  value,
  parameters,
}: Pick<ContentLine, 'value' | 'parameters'>): CalendarTime | null => {
  const [, year, month, days, hour, minute, second, utc] = PATTERN.exec(value.trim()) ?? [];
  const day = calendarDateSchema.safeParse(`${year}-${month}-${days}`).data;
  if (day === undefined) return null;
  if (hour === undefined) return { day };
  const at = timestampSchema.safeParse(
    `${day}T${hour}:${minute}:${second === '60' ? '59' : second}.000Z`,
  ).data;
  if (at === undefined) return null;
  if (utc === 'Z') return { at };
  const tzid = parameters.get('TZID');
  const clock = tzid === undefined ? null : clockNamed(tzid);
  const instant = clock === null ? null : timestampAt(instantAt(clock, Date.parse(at)));
  return instant === null ? { day } : { at: instant };
};

/** An instant that has to be one of UTC, such as LAST-MODIFIED; null where it is none. */
export const readInstant = (line: Pick<ContentLine, 'value' | 'parameters'>): Timestamp | null => {
  const time = readTime(line);
  return time !== null && 'at' in time ? time.at : null;
};
