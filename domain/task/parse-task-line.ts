/**
 * A task typed on one line: `Ask trade desk for HS 8457 fri @trade !gap`. "@" names the owner, "!" the kind, and a
 * day that stands last is the due date. Only there: "Read the Sun article" has no date in it.
 */

import { addDays, weekdayOf } from '../dates/calendar.ts';
import { type CalendarDate, calendarDateSchema } from '../time.ts';
import { type Task, type TaskKind, taskKindSchema } from './task.ts';

/** What was typed; `title` is empty where nothing but marks was typed. */
export type ParsedTaskLine = Pick<Task, 'title' | 'due' | 'owner' | 'kind'>;

const ownerMark = /(?:^|\s)@(?:"([^"]+)"|([^\s"]+))/u;
const kindMark = /(?:^|\s)!([a-z]+)(?=\s|$)/iu;

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The next such day; today itself is written "today". */
const nextWeekday = (word: string, today: CalendarDate): CalendarDate | null => {
  const index = word.length < 3 ? -1 : weekdays.findIndex((name) => name.startsWith(word));
  if (index === -1) return null;
  const ahead = (index + 1 - weekdayOf(today) + 7) % 7;
  return addDays(today, ahead === 0 ? 7 : ahead);
};

/** "26 apr" or "26 april 2025": the next such day, where no year is given. */
const dayOfMonth = (day: string, month: string, year: string | undefined, today: CalendarDate) => {
  const index = months.indexOf(month.slice(0, 3));
  if (index === -1) return null;
  const inYear = (of: number): CalendarDate | null => {
    const written = `${of}-${String(index + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
    return calendarDateSchema.safeParse(written).data ?? null;
  };
  if (year !== undefined) return inYear(Number(year));
  const thisYear = Number(today.slice(0, 4));
  const date = inYear(thisYear);
  return date === null || date >= today ? date : inYear(thisYear + 1);
};

type DueRule = {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray, today: CalendarDate) => CalendarDate | null;
};

const before = '(?:^|\\s)(?:(?:by|due|on)\\s+)?';
const rule = (pattern: string, read: DueRule['read']): DueRule => ({
  pattern: new RegExp(`${before}${pattern}$`, 'iu'),
  read,
});

const dueRules: readonly DueRule[] = [
  rule('(\\d{4}-\\d{2}-\\d{2})', ([, date]) => calendarDateSchema.safeParse(date).data ?? null),
  rule('(today|tomorrow)', ([, word], today) => addDays(today, word?.toLowerCase() === 'today' ? 0 : 1)),
  rule('(?:in\\s+)(\\d{1,3})\\s+(day|week)s?', ([, count, unit], today) =>
    addDays(today, Number(count) * (unit?.toLowerCase() === 'week' ? 7 : 1)),
  ),
  rule(`(\\d{1,2})\\s+(${months.join('|')})[a-z]*(?:\\s+(\\d{4}))?`, ([, day, month, year], today) =>
    dayOfMonth(day ?? '', (month ?? '').toLowerCase(), year, today),
  ),
  rule('([a-z]{3,9})', ([, word], today) => nextWeekday((word ?? '').toLowerCase(), today)),
];

const splitDue = (
  line: string,
  today: CalendarDate,
): { readonly rest: string; readonly due: Task['due'] } => {
  for (const { pattern, read } of dueRules) {
    const match = pattern.exec(line);
    const due = match === null ? null : read(match, today);
    if (match !== null && due !== null) return { rest: line.slice(0, match.index), due };
  }
  return { rest: line, due: null };
};

const readKind = (line: string): { readonly rest: string; readonly kind: TaskKind } => {
  const match = kindMark.exec(line);
  const kind = taskKindSchema.safeParse(match?.[1]?.toLowerCase());
  return match !== null && kind.success
    ? { rest: line.replace(match[0], ''), kind: kind.data }
    : { rest: line, kind: 'other' };
};

/** Reads a typed line on the day `today`. What is not understood stays in the title. */
export const parseTaskLine = (line: string, today: CalendarDate): ParsedTaskLine => {
  const owner = ownerMark.exec(line);
  const ownerless = owner === null ? line : line.replace(owner[0], '');
  const { rest: kindless, kind } = readKind(ownerless);
  const { rest: title, due } = splitDue(kindless.trim(), today);
  return {
    title: title.replace(/\s+/gu, ' ').trim(),
    due,
    owner: owner?.[1] ?? owner?.[2] ?? null,
    kind,
  };
};
