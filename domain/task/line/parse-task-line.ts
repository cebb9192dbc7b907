/**
 * A task typed on one line: `Ask trade desk for HS 8457 fri @trade !gap`. "@" names the owner, "!" the kind, and a
 * day that stands last is the due date. Only there: "Read the Sun article" has no date in it. So is how often it comes
 * again: `Check the register every 2 weeks`.
 */

import { monthOfName } from '../../dates/month-names.ts';
import { type CalendarDate, calendarDateSchema } from '../../time.ts';
import type { SaidTask } from '../new-task.ts';
import { type Task, type TaskKind, taskKindSchema } from '../task.ts';
import type { DayLanguage } from './day-words.ts';
import { splitRepeat } from './parse-repeat.ts';
import { readDay, withoutBefore } from './read-day.ts';

/** What was typed; `title` is empty where nothing but marks was typed. */
export type ParsedTaskLine = SaidTask;

const ownerMark = /(?:^|\s)@(?:"([^"]+)"|([^\s"]+))/u;
const kindMark = /(?:^|\s)!([a-z]+)(?=\s|$)/iu;

const months = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];

/** In English from three letters, in other languages written out. */
const monthOf = (word: string): number | null =>
  (months.findIndex((name) => name.startsWith(word)) + 1 || null) ?? monthOfName(word);

/** "26 apr" or "26 april 2025": the next such day, where no year is given. */
const dayOfMonth = (day: string, word: string, year: string | undefined, today: CalendarDate) => {
  const month = monthOf(word);
  if (month === null) return null;
  const inYear = (of: number): CalendarDate | null => {
    const written = `${of}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
    return calendarDateSchema.safeParse(written).data ?? null;
  };
  if (year !== undefined) return inYear(Number(year));
  const thisYear = Number(today.slice(0, 4));
  const date = inYear(thisYear);
  return date === null || date >= today ? date : inYear(thisYear + 1);
};

const isoDay = /^\d{4}-\d{2}-\d{2}$/u;
/** "26 April", "26. April 2025", "1er mai", "26 de abril de 2025" */
const dayAndMonth = /^(\d{1,2})(?:\.|er|º|st|nd|rd|th)? (?:de )?(\p{L}{3,})\.?(?: (?:de )?(\d{4}))?$/u;

const readDate = (phrase: string, today: CalendarDate): CalendarDate | null => {
  if (isoDay.test(phrase)) return calendarDateSchema.safeParse(phrase).data ?? null;
  const [, day, month, year] = dayAndMonth.exec(phrase) ?? [];
  return day === undefined || month === undefined ? null : dayOfMonth(day, month, year, today);
};

/** The longest phrase for a day has so many words: "el próximo miércoles", "the day after tomorrow". */
const MAX_WORDS = 6;

/** The day at the end of a line: the longest phrase there that is one. */
const splitDue = (
  line: string,
  today: CalendarDate,
  languages: readonly DayLanguage[],
): { readonly rest: string; readonly due: Task['due'] } => {
  const words = [...line.matchAll(/\S+/gu)].slice(-MAX_WORDS);
  for (const [at, { index }] of words.entries()) {
    const phrase = words
      .slice(at)
      .map(([word]) => word)
      .join(' ')
      .toLowerCase();
    const due = readDay(phrase, today, languages) ?? readDate(withoutBefore(phrase, languages), today);
    if (due !== null) return { rest: line.slice(0, index).trimEnd(), due };
  }
  return { rest: line, due: null };
};

type When = Pick<SaidTask, 'due' | 'repeat'> & { readonly rest: string };

/** The day and the rule, in either order; what comes again and names no day is due first today. */
const splitWhen = (line: string, today: CalendarDate, languages: readonly DayLanguage[]): When => {
  const repeat = splitRepeat(line, today, languages);
  const dated = splitDue(repeat?.rest ?? line, today, languages);
  const rule = repeat ?? (dated.due === null ? null : splitRepeat(dated.rest, today, languages));
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

/**
 * Reads a typed line on the day `today`, with the words for days of those languages. What is not understood stays in the
 * title.
 */
export const parseTaskLine = (
  line: string,
  today: CalendarDate,
  languages: readonly DayLanguage[] = ['en'],
): ParsedTaskLine => {
  const owner = ownerMark.exec(line);
  const ownerless = owner === null ? line : line.replace(owner[0], '');
  const { rest: kindless, kind } = readKind(ownerless);
  const { rest: title, ...when } = splitWhen(kindless.trim(), today, languages);
  return {
    title: title.replace(/\s+/gu, ' ').trim(),
    ...when,
    owner: owner?.[1] ?? owner?.[2] ?? null,
    kind,
  };
};
