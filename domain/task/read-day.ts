/**
 * The day that a phrase means: in the words of day-words.ts ("tomorrow", "nächsten Montag", "dans 2 semaines"), or as a date
 * ("26 April", "26. April 2025", "12.06.2026", "2026-06-12").
 */
import { addDays, endOfWeek, nextWeekday } from '../dates/calendar.ts';
import { monthOfName } from '../dates/month-names.ts';
import { remembering } from '../remembering.ts';
import { foldText } from '../text/fold-text.ts';
import { type CalendarDate, calendarDateSchema } from '../time.ts';
import { type DayLanguage, dayWords } from './day-words.ts';
import { inMonths } from './repeat.ts';

/**
 * A day that was read. `ahead` counts from today and can be nothing else ("tomorrow", "next week"); a `weekday` is also
 * a part of names ("Sunday Times"), and a `date` may be that of a document.
 */
export type ReadDay = {
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
export const readDay = (
  phrase: string,
  today: CalendarDate,
  languages: readonly DayLanguage[],
): ReadDay | null => {
  for (const language of languages) {
    const read = readIn(phrase, today, language);
    if (read !== null) return read;
  }
  return null;
};
