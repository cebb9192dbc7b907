/**
 * How often a typed task comes again: "every monday", "alle 2 Wochen", "tous les lundis", at the end of its line, in
 * the languages of day-words.ts.
 */
import { nextWeekday } from '../dates/calendar.ts';
import { type DayLanguage, dayWords } from '../dates/day-words.ts';
import { remembering } from '../remembering.ts';
import { foldText } from '../text/fold-text.ts';
import type { CalendarDate } from '../time.ts';
import { type Repeat, repeatFrom } from './repeat.ts';

type Unit = keyof (typeof dayWords)['en']['units'];

const ofUnit = {
  day: ['day', 1],
  week: ['week', 1],
  month: ['month', 1],
  year: ['month', 12],
} as const satisfies Readonly<Record<Unit, readonly [Repeat['unit'], number]>>;

const units = Object.keys(ofUnit) as readonly Unit[];

const whole = (pattern: string): RegExp => new RegExp(`^(?:${foldText(pattern)})$`, 'u');

/** What comes again: a unit, or a weekday from 1 on. */
type Again = { readonly unit: Unit } | { readonly weekday: number };

/** The words of one language as patterns of folded text. */
const wordsOf = remembering((language: DayLanguage) => {
  const { every, other, numbers, units: named, weekdays } = dayWords[language];
  return {
    phrase: new RegExp(`^(?:${foldText(every)}) (?:(\\S+) )?(\\S+)$`, 'u'),
    other: whole(other),
    numbers: numbers.map(whole),
    units: units.map((unit) => ({ unit, pattern: whole(named[unit]) })),
    weekdays: weekdays.map(whole),
  };
});

type Words = ReturnType<typeof wordsOf>;

const readEvery = (said: string | undefined, { other, numbers }: Words): number => {
  if (said === undefined) return 1;
  if (other.test(said)) return 2;
  return /^\d{1,3}$/u.test(said) ? Number(said) : numbers.findIndex((number) => number.test(said)) + 1;
};

/** As it stands, and else without the sign of the plural: "lunes", "sábados", "segundas-feiras". */
const formsOf = (word: string): readonly string[] => [word, word.replace(/s(?=-|$)/gu, '')];

const readAgain = (word: string, { units: named, weekdays }: Words): Again | null => {
  for (const form of formsOf(word)) {
    const unit = named.find(({ pattern }) => pattern.test(form))?.unit;
    if (unit !== undefined) return { unit };
    const weekday = weekdays.findIndex((pattern) => pattern.test(form)) + 1;
    if (weekday > 0) return { weekday };
  }
  return null;
};

type Rule = Pick<TypedRepeat, 'firstDue' | 'from'>;

/** The most that a rule counts. */
const MAX_EVERY = 999;

const ruleOf = (again: Again, every: number, today: CalendarDate): Rule | null => {
  const [unit, times] = 'unit' in again ? ofUnit[again.unit] : ofUnit.week;
  const count = every * times;
  if (count < 1 || count > MAX_EVERY) return null;
  return {
    // The next such day; today itself is written "today".
    firstDue: 'weekday' in again ? nextWeekday(again.weekday, today) : null,
    from: (due) => repeatFrom(unit, count, due),
  };
};

const readRule = (phrase: string, today: CalendarDate, languages: readonly DayLanguage[]): Rule | null => {
  const folded = foldText(phrase);
  for (const words of languages.map(wordsOf)) {
    const match = words.phrase.exec(folded);
    const again = match === null ? null : readAgain(match[2] ?? '', words);
    const rule = again === null ? null : ruleOf(again, readEvery(match?.[1], words), today);
    if (rule !== null) return rule;
  }
  return null;
};

export type TypedRepeat = {
  /** What stands before it. */
  readonly rest: string;
  /** The day on which it is due first, where the words name one. */
  readonly firstDue: CalendarDate | null;
  /** The rule of a task that is due first on that day. */
  readonly from: (due: CalendarDate) => Repeat;
};

/** The longest such phrase has so many words: "tous les deux jours". */
const MAX_WORDS = 4;

/** What is typed at the end of `line`; null where that is no such rule. */
export const splitRepeat = (
  line: string,
  today: CalendarDate,
  languages: readonly DayLanguage[] = ['en'],
): TypedRepeat | null => {
  const words = [...line.matchAll(/\S+/gu)].slice(-MAX_WORDS);
  for (const [at, { index }] of words.entries()) {
    const phrase = words
      .slice(at)
      .map(([word]) => word)
      .join(' ');
    const rule = readRule(phrase, today, languages);
    if (rule !== null) return { rest: line.slice(0, index), ...rule };
  }
  return null;
};
