/**
 * A task typed on one line: `Ask trade desk for HS 8457 fri @trade !gap`. "@" names the owner, "!" the kind. A day that
 * stands last is the due date. Elsewhere only what can hardly be anything else is: "tomorrow call Anna", "send the
 * draft by Friday to Jane", "Anna am Freitag anrufen"; "Read the Sun article" and "the Sunday Times" have no date in
 * them. How often it comes again stands last: `Check the register every 2 weeks`.
 */

import { addDays, endOfWeek, nextWeekday } from '../dates/calendar.ts';
import { type DayLanguage, dayWords } from '../dates/day-words.ts';
import { monthOfName } from '../dates/month-names.ts';
import { remembering } from '../remembering.ts';
import { foldText } from '../text/fold-text.ts';
import { type CalendarDate, calendarDateSchema } from '../time.ts';
import type { SaidTask } from './new-task.ts';
import { splitRepeat } from './parse-repeat.ts';
import { inMonths } from './repeat.ts';
import { type Task, type TaskKind, taskKindSchema } from './task.ts';

/** What was typed; `title` is empty where nothing but marks was typed. */
export type ParsedTaskLine = SaidTask;

const ownerMark = /(?:^|\s)@(?:"([^"]+)"|([^\s"]+))/u;
const kindMark = /(?:^|\s)!([a-z]+)(?=\s|$)/iu;

/** The longest phrase for a day has so many words: "el próximo miércoles", "the day after tomorrow". */
const MAX_WORDS = 6;

/** A part of a line, by its words: `to` is behind the last. */
type Span = { readonly from: number; readonly to: number };

/** The places where a phrase may stand: those at the end first, then the others, each time the longest first. */
const spansOf = function* (count: number): Generator<Span> {
  for (let from = Math.max(0, count - MAX_WORDS); from < count; from++) yield { from, to: count };
  for (let from = 0; from < count; from++)
    for (let to = Math.min(count - 1, from + MAX_WORDS); to > from; to--) yield { from, to };
};

/** Behind such a word a day belongs to what it names: "the speech of Friday", "die Rede vom Montag". */
const belongsToNoun =
  /^(?:the|this|last|of|from|since|that|der|die|das|vom|von|seit|letzten?|du|de|la|del|della|van|vorige|passado|da|do)$/iu;
/** Before such a word a number counts something else: "in 2 weeks of strikes". */
const goesOn = /^(?:of|von|de|di|van|d[’'].*)$/iu;
const isInfinitive = (word: string): boolean => /^\p{Ll}+n$/u.test(word);

/** Whether what counts from today stands there as a day: "USA Today" is a name, "in 2 weeks of strikes" a length. */
const isSaidOfTask = (span: Span, words: readonly string[]): boolean =>
  (span.from === 0 || !/^\p{Lu}/u.test(words[span.from] ?? '')) && !goesOn.test(words[span.to] ?? '');

/**
 * The day that a phrase means: in the words of day-words.ts ("tomorrow", "nächsten Montag", "dans 2 semaines"), or as a
 * date ("26 April", "26. April 2025", "12.06.2026", "2026-06-12").
 */

/**
 * A day that was read. `ahead` counts from today and can be nothing else ("tomorrow", "next week"); a `weekday` is also
 * a part of names ("Sunday Times"), and a `date` may be that of a document.
 */
type ReadDay = {
  readonly day: CalendarDate;
  readonly kind: 'ahead' | 'weekday' | 'date';
  /** Whether a word before it sets it as the last day: "by Friday". */
  readonly isDeadline: boolean;
  /** The first language that has the phrase. */
  readonly language: DayLanguage;
};

type Found = Pick<ReadDay, 'day' | 'kind'> | null;
type Read = (phrase: string, today: CalendarDate) => Found;

const whole = (pattern: string): RegExp => new RegExp(`^(?:${foldText(pattern)})$`, 'u');

const ahead = (day: CalendarDate | null): Found => (day === null ? null : { day, kind: 'ahead' });

/** What the words of one language mean, in folded phrases without the words before a day. */
const readersOf = remembering((language: DayLanguage): readonly Read[] => {
  const { days, weekdays, next, nextWeek, in: within, units, numbers } = dayWords[language];
  const relative = Object.entries(days).map(([words, offset]) => ({ pattern: whole(words), offset }));
  const named = weekdays.map((names) => whole(`(?:(${next}) )?(?:${names})(?: (${next}))?`));
  const week = whole(nextWeek);
  const counts = numbers.map(whole);
  const countOf = (word: string): number =>
    /^\d{1,3}$/u.test(word) ? Number(word) : counts.findIndex((count) => count.test(word)) + 1;
  const inUnits = (['day', 'week', 'month'] as const).map((unit) => ({
    unit,
    pattern: new RegExp(`^(?:${foldText(within)}) (\\S+) (?:${foldText(units[unit])})$`, 'u'),
  }));
  return [
    (phrase, today) => {
      const found = relative.find(({ pattern }) => pattern.test(phrase));
      return found === undefined ? null : ahead(addDays(today, found.offset));
    },
    (phrase, today) => {
      const weekday = named.findIndex((pattern) => pattern.test(phrase)) + 1;
      if (weekday === 0) return null;
      const isNext = named[weekday - 1]
        ?.exec(phrase)
        ?.slice(1)
        .some((word) => word !== undefined);
      return { day: nextWeekday(weekday, today), kind: isNext === true ? 'ahead' : 'weekday' };
    },
    (phrase, today) => (week.test(phrase) ? ahead(addDays(endOfWeek(today), 1)) : null),
    (phrase, today) => {
      const found = inUnits.find(({ pattern }) => pattern.test(phrase));
      const count = countOf(found?.pattern.exec(phrase)?.[1] ?? '');
      if (found === undefined || count === 0) return null;
      if (found.unit === 'month') return ahead(inMonths(today, count, Number(today.slice(8))));
      return ahead(addDays(today, count * (found.unit === 'week' ? 7 : 1)));
    },
  ];
});

const months = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];

/** In English from three letters, in other languages written out. */
const monthOf = (word: string): number | null =>
  (months.findIndex((name) => name.startsWith(word)) + 1 || null) ?? monthOfName(word);

/** "26 April", "26. April 2025", "1er mai", "26 de abril de 2025" */
const dayAndMonth = /^(\d{1,2})(?:\.|er|º|st|nd|rd|th)? (?:de )?(\p{L}{3,})\.?(?: (?:de )?(\d{4}))?$/u;
/** "12.06.2026", "12.6.": points stand between day and month, in this order, wherever they are used. */
const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})?$/u;

/** The day that was named, and the next such day where no year is given. */
const dayOfMonth = (day: string, month: number, year: string | undefined, today: CalendarDate) => {
  const inYear = (of: number): CalendarDate | null => {
    const written = `${of}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
    return calendarDateSchema.safeParse(written).data ?? null;
  };
  if (year !== undefined) return inYear(Number(year));
  const thisYear = Number(today.slice(0, 4));
  const date = inYear(thisYear);
  return date === null || date >= today ? date : inYear(thisYear + 1);
};

const readDate = (phrase: string, today: CalendarDate): CalendarDate | null => {
  if (/^\d{4}-\d{2}-\d{2}$/u.test(phrase)) return calendarDateSchema.safeParse(phrase).data ?? null;
  const [, day = '', named = '', year] = dayAndMonth.exec(phrase) ?? dotted.exec(phrase) ?? [];
  const month = /^\d/u.test(named) ? Number(named) : monthOf(named);
  return day === '' || month === null ? null : dayOfMonth(day, month, year, today);
};

/** Alternatives with the longest first, so that "pour le" is not taken for "pour". */
const longestFirst = (alternatives: string): string =>
  alternatives
    .split('|')
    .sort((a, b) => b.length - a.length)
    .join('|');

const beforeOf = remembering((language: DayLanguage) => {
  const { by, on } = dayWords[language];
  return new RegExp(`^(?:(${foldText(longestFirst(by))})|${foldText(longestFirst(on))}) (?=\\S)`, 'u');
});

/** The phrase itself, and without the words that stand before a day in that language. */
const formsOf = (phrase: string, language: DayLanguage) => {
  const before = beforeOf(language).exec(phrase);
  const bare = { phrase, isDeadline: false };
  if (before === null) return [bare];
  return [bare, { phrase: phrase.slice(before[0].length), isDeadline: before[1] !== undefined }];
};

const readIn = (phrase: string, today: CalendarDate, language: DayLanguage): ReadDay | null => {
  for (const form of formsOf(foldText(phrase), language)) {
    const found = readersOf(language)
      .map((read) => read(form.phrase, today))
      .find((each) => each !== null);
    if (found !== undefined) return { ...found, isDeadline: form.isDeadline, language };
  }
  for (const form of formsOf(phrase.toLowerCase(), language)) {
    const day = readDate(form.phrase, today);
    if (day !== null) return { day, kind: 'date', isDeadline: form.isDeadline, language };
  }
  return null;
};

/** The day of a whole phrase on `today`, by the first of the languages that has it; null where none has. */
const readDay = (phrase: string, today: CalendarDate, languages: readonly DayLanguage[]): ReadDay | null => {
  for (const language of languages) {
    const read = readIn(phrase, today, language);
    if (read !== null) return read;
  }
  return null;
};

/** Whether a day within a line, and not at its end, is when the task is due. */
const isDueInside = (read: ReadDay, span: Span, words: readonly string[]): boolean => {
  if (belongsToNoun.test(words[span.from - 1] ?? '')) return false;
  if (read.isDeadline) return true;
  if (read.kind === 'ahead') return isSaidOfTask(span, words);
  if (span.from === 0 && /[:,]$/u.test(words[span.to - 1] ?? '')) return true;
  return dayWords[read.language].isVerbLast && isInfinitive(words.at(-1) ?? '');
};

/** The day in a line, at its end or else where it can hardly be anything else, and the words without it. */
const splitDue = (
  line: string,
  today: CalendarDate,
  languages: readonly DayLanguage[],
): { readonly rest: string; readonly due: Task['due'] } => {
  const words = line.split(/\s+/u).filter((word) => word !== '');
  for (const span of spansOf(words.length)) {
    const phrase = words.slice(span.from, span.to).join(' ');
    const read = readDay(span.to === words.length ? phrase : phrase.replace(/[:,]$/u, ''), today, languages);
    const isDue = read !== null && (span.to === words.length || isDueInside(read, span, words));
    if (!isDue) continue;
    const rest = [...words.slice(0, span.from), ...words.slice(span.to)].join(' ');
    return { rest, due: read.day };
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
 * Reads a typed line on the day `today`, with the words for days of those languages. What is not understood stays in
 * the title.
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
