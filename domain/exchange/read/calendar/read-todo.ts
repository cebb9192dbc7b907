import { remembering } from '../../../remembering.ts';
import { taskKinds } from '../../../task/task.ts';
import { beginningOf } from '../../../text/beginning-of.ts';
import { snapToGraphemes } from '../../../text/grapheme-boundaries.ts';
import { calendarDateSchema, type Timestamp, timestampSchema } from '../../../time.ts';
import {
  type CalendarRule,
  type CalendarTask,
  type CalendarTime,
  calendarExtras,
  MAX_OWNER,
  MAX_UID,
} from '../../calendar-task.ts';
import type { LeftOutKind } from '../../left-out.ts';
import { type ContentLine, readText } from './content-lines.ts';

/** A to-do with what tells which of two of one UID is the later. */
export type ReadTodo = { readonly task: CalendarTask; readonly sequence: number };

/** Its own lines by their name, the first of each; what stands in an alarm is none of them. */
export type TodoLines = ReadonlyMap<string, ContentLine>;

/** A title of Precis is no longer, in UTF-16 units. */
const MAX_TITLE = 500;

const titleOf = (lines: TodoLines): string | null => {
  const text = readText(lines.get('SUMMARY')?.value ?? '');
  if (text.length <= MAX_TITLE) return text === '' ? null : text;
  const { start } = snapToGraphemes(text, { start: MAX_TITLE - 1, end: MAX_TITLE - 1 });
  return beginningOf(text, start);
};

const states = {
  'NEEDS-ACTION': 'open',
  'IN-PROCESS': 'waiting',
  COMPLETED: 'done',
  CANCELLED: 'cancelled',
} as const;
const isStatus = (word: string): word is keyof typeof states => Object.hasOwn(states, word);

/** STATUS (RFC 5545, 3.8.1.11); where there is none, it is done by COMPLETED (3.8.2.1) or 100 per cent (3.8.1.8). */
const stateOf = (lines: TodoLines): CalendarTask['state'] => {
  const status = (lines.get('STATUS')?.value ?? '').trim().toUpperCase();
  if (isStatus(status)) return states[status];
  const isWhole = lines.get('PERCENT-COMPLETE')?.value.trim() === '100';
  return lines.has('COMPLETED') || isWhole ? 'done' : null;
};

const kindOf = (lines: TodoLines): CalendarTask['kind'] => {
  const named = (lines.get('CATEGORIES')?.value ?? '').split(',').map((each) => readText(each).toLowerCase());
  return taskKinds.find((kind) => named.includes(kind)) ?? null;
};

/** Days and instants of a calendar (RFC 5545, 3.3.4 and 3.3.5). */

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
 * says by the slash that a program has put something before it (RFC 5545, 3.2.19). Any other name is one of its own
 * file.
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
 * A date is that day. A time of UTC, or of a zone that the IANA knows, is an instant. Any other time, floating, of a
 * zone that its own file defines, or so late that its instant is past the year 9999, falls on the day that is written:
 * it is what the calendar shows. Null where it is neither.
 */
const readTime = ({ value, parameters }: Pick<ContentLine, 'value' | 'parameters'>): CalendarTime | null => {
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

/** An instant that has to be one of UTC, such as LAST-MODIFIED; null where it is not one. */
const readInstant = (line: Pick<ContentLine, 'value' | 'parameters'>): Timestamp | null => {
  const time = readTime(line);
  return time !== null && 'at' in time ? time.at : null;
};

/** DUE, or none; what is due by DTSTART and DURATION (RFC 5545, 3.8.2.5) is not reckoned, and nothing is said then. */
const dueOf = (lines: TodoLines, leaveOut: (kind: LeftOutKind) => void): Pick<CalendarTask, 'due'> => {
  const line = lines.get('DUE');
  if (line === undefined) return lines.has('DURATION') ? {} : { due: null };
  const due = readTime(line);
  if (due !== null) return { due };
  leaveOut('unreadable-due');
  return {};
};

/**
 * LAST-MODIFIED (RFC 5545, 3.8.7.3). Where there is none, DTSTAMP is as much, but in a message: with a METHOD it says
 * when the message was made (3.8.7.2).
 */
const revisedAt = (lines: TodoLines, isMessage: boolean): CalendarTask['revisedAt'] => {
  const [modified, stamp] = [lines.get('LAST-MODIFIED'), lines.get('DTSTAMP')];
  if (modified !== undefined) return readInstant(modified);
  return stamp === undefined || isMessage ? null : readInstant(stamp);
};

const extraNames = {
  DESCRIPTION: 'description',
  VALARM: 'alarm',
  PRIORITY: 'priority',
  LOCATION: 'place',
  ATTACH: 'attachments',
} as const satisfies Readonly<Record<string, (typeof calendarExtras)[number]>>;

type Extras = { readonly hasRule: boolean; readonly hasDescription: boolean };

const extrasOf = (lines: TodoLines, { hasRule, hasDescription }: Extras): CalendarTask['extras'] => {
  const found = new Set<string>(
    Object.entries(extraNames).flatMap(([name, extra]) =>
      (lines.get(name)?.value.trim() ?? '') === '' ? [] : [extra],
    ),
  );
  if (!hasDescription) found.delete('description');
  if (lines.has('RRULE') && !hasRule) found.add('rule of repetition');
  return calendarExtras.filter((extra) => found.has(extra));
};

/** Who is to do a to-do: whom it is given to, else who gave it; an export of Precis says it in the description. */

/** As the last line of a description says it: see writeCalendar. */
const OWNER_LINE = /^Owner: (.+)$/u;

/** The lines of a text as it is escaped (RFC 5545, 3.3.11). */
const linesOf = (value: string): readonly string[] =>
  value
    .trim()
    .split(/(?<!\\)\\n/iu)
    .map(readText);

/** The name of a person, or else the mail address, of an ATTENDEE or ORGANIZER (RFC 5545, 3.8.4.1 and 3.8.4.3). */
const personIn = (line: ContentLine | undefined): string => {
  const named = line?.parameters.get('CN')?.trim() ?? '';
  const [, mail = ''] = /^mailto:(.*)/iu.exec(line?.value.trim() ?? '') ?? [];
  return named === '' ? mail : named;
};

type Described = { readonly owner: string | null; readonly hasDescription: boolean };

/** The owner, and whether the description says anything else. */
const readOwner = (lines: ReadonlyMap<string, ContentLine>): Described => {
  const description = linesOf(lines.get('DESCRIPTION')?.value ?? '');
  const written = OWNER_LINE.exec(description.at(-1) ?? '');
  const owner = [written?.[1] ?? '', personIn(lines.get('ATTENDEE')), personIn(lines.get('ORGANIZER'))]
    .map((each) => each.replace(/\s+/gu, ' ').trim().slice(0, MAX_OWNER))
    .find((each) => each !== '');
  const rest = written === null ? description : description.slice(0, -1);
  return { owner: owner ?? null, hasDescription: rest.some((line) => line !== '') };
};

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

/**
 * What a rule may say of each unit beside its frequency and interval: on one weekday is weekly, in one month yearly.
 */
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

/** A to-do; null where it has no UID (RFC 5545, 3.8.4.7), and so could not be told from another. */
export const readTodo = (
  lines: TodoLines,
  isMessage: boolean,
  leaveOut: (kind: LeftOutKind) => void,
): ReadTodo | null => {
  const uid = readText(lines.get('UID')?.value ?? '');
  if (uid === '' || uid.length > MAX_UID) return null;
  const [rrule, completed] = [lines.get('RRULE'), lines.get('COMPLETED')];
  const { owner, hasDescription } = readOwner(lines);
  const rule = rrule === undefined ? null : readRrule(rrule.value);
  return {
    task: {
      uid,
      title: titleOf(lines),
      ...dueOf(lines, leaveOut),
      state: stateOf(lines),
      kind: kindOf(lines),
      owner,
      rule,
      revisedAt: revisedAt(lines, isMessage),
      completedAt: completed === undefined ? null : readInstant(completed),
      extras: extrasOf(lines, { hasRule: rule !== null, hasDescription }),
    },
    sequence: Number(lines.get('SEQUENCE')?.value) || 0,
  };
};
