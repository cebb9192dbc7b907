/**
 * A task typed on one line: `Ask trade desk for HS 8457 fri @trade !gap`. "@" names the owner, "!" the kind, and a
 * day that stands last is the due date. Only there: "Read the Sun article" has no date in it. So is how often it comes
 * again: `Check the register every 2 weeks`.
 */

import { addDays } from '../../dates/calendar.ts';
import { type CalendarDate, calendarDateSchema } from '../../time.ts';
import type { SaidTask } from '../new-task.ts';
import { type Task, type TaskKind, taskKindSchema } from '../task.ts';
import { nextWeekday, splitRepeat } from './parse-repeat.ts';

/** What was typed; `title` is empty where nothing but marks was typed. */
export type ParsedTaskLine = SaidTask;

const ownerMark = /(?:^|\s)@(?:"([^"]+)"|([^\s"]+))/u;
const kindMark = /(?:^|\s)!([a-z]+)(?=\s|$)/iu;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

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

type When = Pick<SaidTask, 'due' | 'repeat'> & { readonly rest: string };

/** The day and the rule, in either order; what comes again and names no day is due first today. */
const splitWhen = (line: string, today: CalendarDate): When => {
  const repeat = splitRepeat(line, today);
  const dated = splitDue(repeat?.rest ?? line, today);
  const rule = repeat ?? (dated.due === null ? null : splitRepeat(dated.rest, today));
  if (rule === null) return dated;
  const due = dated.due ?? rule.firstDue ?? today;
  return { rest: repeat === null ? rule.rest : dated.rest, due, repeat: rule.from(due) };
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
  const { rest: title, ...when } = splitWhen(kindless.trim(), today);
  return {
    title: title.replace(/\s+/gu, ' ').trim(),
    ...when,
    owner: owner?.[1] ?? owner?.[2] ?? null,
    kind,
  };
};
