import { taskKinds } from '../../../task/task.ts';
import { beginningOf } from '../../../text/beginning-of.ts';
import { snapToGraphemes } from '../../../text/grapheme-boundaries.ts';
import { type CalendarTask, calendarExtras, MAX_UID } from '../../calendar/calendar-task.ts';
import type { LeftOutKind } from '../../left-out.ts';
import { readInstant, readTime } from './calendar-times.ts';
import { type ContentLine, readText } from './content-lines.ts';
import { readOwner } from './read-owner.ts';
import { readRrule } from './read-rrule.ts';

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
 * LAST-MODIFIED (RFC 5545, 3.8.7.3). Where there is none, DTSTAMP is as much, but in a message: with a METHOD it says when
 * the message was made (3.8.7.2).
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
