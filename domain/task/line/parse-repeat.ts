/** How often a typed task comes again: "every monday", "every 2 weeks", "every other month", at the end of its line. */
import { nextWeekday } from '../../dates/calendar.ts';
import type { CalendarDate } from '../../time.ts';
import { type Repeat, repeatFrom } from '../repeat.ts';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** The next such day; today itself is written "today". */
const nextNamed = (word: string, today: CalendarDate): CalendarDate | null => {
  const index = word.length < 3 ? -1 : weekdays.findIndex((name) => name.startsWith(word));
  return index === -1 ? null : nextWeekday(index + 1, today);
};

const units = {
  day: ['day', 1],
  week: ['week', 1],
  month: ['month', 1],
  year: ['month', 12],
} as const satisfies Readonly<Record<string, readonly [Repeat['unit'], number]>>;
const isUnit = (word: string): word is keyof typeof units => Object.hasOwn(units, word);

const pattern = /(?:^|\s)every\s+(?:(other|\d{1,3})\s+)?([a-z]{3,9})$/iu;

const readEvery = (said: string | undefined): number => {
  if (said === undefined) return 1;
  return said.toLowerCase() === 'other' ? 2 : Number(said);
};

export type TypedRepeat = {
  /** What stands before it. */
  readonly rest: string;
  /** The day on which it is due first, where the words name one. */
  readonly firstDue: CalendarDate | null;
  /** The rule of a task that is due first on that day. */
  readonly from: (due: CalendarDate) => Repeat;
};

/** What is typed at the end of `line`; null where that is no such rule. */
export const splitRepeat = (line: string, today: CalendarDate): TypedRepeat | null => {
  const match = pattern.exec(line);
  if (match === null) return null;
  const every = readEvery(match[1]);
  const word = (match[2] ?? '').toLowerCase();
  const rest = line.slice(0, match.index);
  const unit = isUnit(word) ? word : word.replace(/s$/u, '');
  if (isUnit(unit)) {
    const [of, times] = units[unit];
    const count = every * times;
    return count < 1 || count > 999
      ? null
      : { rest, firstDue: null, from: (due) => repeatFrom(of, count, due) };
  }
  const firstDue = nextNamed(word, today);
  return firstDue === null || every < 1
    ? null
    : { rest, firstDue, from: (due) => repeatFrom('week', every, due) };
};
