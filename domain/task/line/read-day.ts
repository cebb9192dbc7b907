/** The day that a phrase means, in the languages of day-words.ts: "tomorrow", "nächsten Montag", "dans 2 semaines". */
import { addDays, endOfWeek, nextWeekday } from '../../dates/calendar.ts';
import { remembering } from '../../remembering.ts';
import { foldText } from '../../text/fold-text.ts';
import type { CalendarDate } from '../../time.ts';
import { inMonths } from '../repeat.ts';
import { type DayLanguage, dayWords } from './day-words.ts';

type ReadDay = (phrase: string, today: CalendarDate) => CalendarDate | null;

const whole = (before: string, pattern: string): RegExp =>
  new RegExp(`^(?:(?:${foldText(before)}) )?(?:${foldText(pattern)})$`, 'u');

const readersOf = remembering((language: DayLanguage): readonly ReadDay[] => {
  const { before, days, weekdays, next, nextWeek, in: ahead, units, numbers } = dayWords[language];
  const relative = Object.entries(days).map(([words, offset]) => ({ pattern: whole(before, words), offset }));
  const named = weekdays.map((names) => whole(before, `(?:(?:${next}) )?(?:${names})(?: (?:${next}))?`));
  const week = whole(before, nextWeek);
  const counts = numbers.map((words) => new RegExp(`^(?:${foldText(words)})$`, 'u'));
  const countOf = (word: string): number =>
    /^\d{1,3}$/u.test(word) ? Number(word) : counts.findIndex((count) => count.test(word)) + 1;
  const inUnits = (['day', 'week', 'month'] as const).map((unit) => ({
    unit,
    pattern: new RegExp(`^(?:${foldText(ahead)}) (\\S+) (?:${foldText(units[unit])})$`, 'u'),
  }));
  return [
    (phrase, today) => {
      const found = relative.find(({ pattern }) => pattern.test(phrase));
      return found === undefined ? null : addDays(today, found.offset);
    },
    (phrase, today) => {
      const weekday = named.findIndex((pattern) => pattern.test(phrase)) + 1;
      return weekday === 0 ? null : nextWeekday(weekday, today);
    },
    (phrase, today) => (week.test(phrase) ? addDays(endOfWeek(today), 1) : null),
    (phrase, today) => {
      const found = inUnits.find(({ pattern }) => pattern.test(phrase));
      const count = countOf(found?.pattern.exec(phrase)?.[1] ?? '');
      if (found === undefined || count === 0) return null;
      if (found.unit === 'month') return inMonths(today, count, Number(today.slice(8)));
      return addDays(today, count * (found.unit === 'week' ? 7 : 1));
    },
  ];
});

const beforeOf = remembering(
  (language: DayLanguage): RegExp => new RegExp(`^(?:${foldText(dayWords[language].before)}) (?=\\d)`, 'u'),
);

/** The day of a whole phrase on `today`, by the first of the languages that has it; null where none has. */
export const readDay = (
  phrase: string,
  today: CalendarDate,
  languages: readonly DayLanguage[],
): CalendarDate | null => {
  const folded = foldText(phrase);
  for (const read of languages.flatMap(readersOf)) {
    const day = read(folded, today);
    if (day !== null) return day;
  }
  return null;
};

/** A phrase without the word before it that says nothing: "by 26 April". */
export const withoutBefore = (phrase: string, languages: readonly DayLanguage[]): string => {
  for (const language of languages) {
    const rest = phrase.replace(beforeOf(language), '');
    if (rest !== phrase) return rest;
  }
  return phrase;
};
