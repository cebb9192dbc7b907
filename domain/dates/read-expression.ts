import type { TextRange } from '../text/selector.ts';
import type {
  DateExpression,
  Hemisphere,
  PeriodPart,
  PeriodUnit,
  Pointer,
  Season,
  Tense,
} from './date-expression.ts';
import { tenseNear } from './tense-near.ts';

/** The named parts of a hit: see the forms of find-relative-dates.ts. */
export type Groups = Readonly<Record<string, string | undefined>>;

/** The sentence of a hit, and the hit's range in it; computed only where it matters. */
export type HitSentence = () => { readonly text: string; readonly at: TextRange };

const tenseOf = (sentence: HitSentence): Tense => {
  const { text, at } = sentence();
  return tenseNear(text, at);
};

/** The English words of relative dates, as parts of patterns and as numbers. */

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];
const numbers = [
  ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  ...['eleven', 'twelve'],
];

const capitalOrNot = (word: string): string =>
  `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`;

/** Never an abbreviation: "Sun" is a star and "Sat" a verb. */
export const WEEKDAY = weekdays.join('|');
export const MONTH = months.join('|');
/** With the abbreviations that the Associated Press prints before a day: "Sept. 3". */
export const MONTH_BEFORE_DAY = `(?:${MONTH}|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\\.)`;
/** A number that begins a sentence has a capital: "Three days ago". */
export const COUNT = `[Aa]n?|${numbers.map(capitalOrNot).join('|')}|\\d{1,3}`;

/** 1 for Monday (ISO 8601). */
const weekdayNumber = (word: string): number => weekdays.indexOf(word) + 1;

/** 1 for January, by the first three letters. */
const monthNumber = (word: string): number =>
  months.findIndex((month) => month.startsWith(word.slice(0, 3))) + 1;

/** "a" is 1, "three" is 3, "10" is 10. */
const countNumber = (word: string): number => {
  if (/^an?$/i.test(word)) return 1;
  const index = numbers.indexOf(word.toLowerCase());
  return index === -1 ? Number(word) : index + 1;
};

/** Days with a name, and things named after a day: none of them is a date. */
export const namedDayBefore =
  /\b(?:Good|Black|Super|Bloody|Ash|Easter|Palm|Cyber|Holy|Maundy|Shrove|Whit|Giving|(?:Mail|Independent|Scotland) on)\s$/;
export const namedDayAfter =
  /^\s(?:Times|Telegraph|Express|Mirror|Mail|Post|Herald|Independent|Night (?:Live|Lights|Football)|Agreement)\b/;

const counted = (count: string, unit: string, sign: 1 | -1): DateExpression => {
  const offset = sign * countNumber(count);
  if (unit === 'day') return { kind: 'days', offset };
  return { kind: 'period', unit: unit as PeriodUnit, offset, part: 'somewhere' };
};

/** "in three days" is a date only where something will be; else it is how long something took. */
const readAhead = (count: string, unit: string, sentence: HitSentence): DateExpression | null =>
  tenseOf(sentence) === 'future' ? counted(count, unit, 1) : null;

const nearOffset = (near: string): number => {
  const word = near.toLowerCase();
  if (word.endsWith('yesterday')) return word.startsWith('the') ? -2 : -1;
  if (word.endsWith('tomorrow')) return word.startsWith('the') ? 2 : 1;
  return 0;
};

const pointerOf = (word: string | undefined): Pointer =>
  (word?.toLowerCase() as Pointer | undefined) ?? 'nearest';
const offsetOf = (word: string | undefined): number =>
  ({ last: -1, next: 1 })[word?.toLowerCase() ?? ''] ?? 0;

const parts: Readonly<Record<string, PeriodPart>> = {
  earlier: 'before',
  later: 'after',
  end: 'last-day',
  beginning: 'first-day',
  start: 'first-day',
};
const partOf = (word: string | undefined): PeriodPart =>
  word === undefined ? 'whole' : (parts[word.toLowerCase()] ?? 'somewhere');

const daysOf = (days: string): { first: number; last: number } | null => {
  const [first = 0, last = first] = days.match(/\d+/g)?.map(Number) ?? [];
  return first >= 1 && last >= first && last <= 31 ? { first, last } : null;
};

/** Before 1900 a number is a year only after a word that requires one. */
const olderYear =
  /(?<=\b(?:[Ii]n|of|[Ss]ince|[Uu]ntil|from|by|year|spring|summer|autumn|fall|winter|early|late)\s)1[0-8]\d{2}\b(?![,.]\d|%)/;

const yearNear = (sentence: HitSentence): number | null => {
  const { text } = sentence();
  const year = (/\b(?:19|20)\d{2}\b/.exec(text) ?? olderYear.exec(text))?.[0];
  return year === undefined ? null : Number(year);
};

const readDays = (groups: Groups, sentence: HitSentence): DateExpression | null => {
  const days = daysOf(groups.daysFirst ?? groups.daysAfter ?? '');
  if (days === null) return null;
  return {
    kind: 'month',
    month: monthNumber(groups.dayMonth ?? groups.monthFirst ?? ''),
    days,
    weekday: groups.dayWeekday === undefined ? null : weekdayNumber(groups.dayWeekday),
    pointer: 'nearest',
    tense: tenseOf(sentence),
    yearNearby: yearNear(sentence),
  };
};

const readMonth = (month: string, { monthPointer }: Groups, sentence: HitSentence): DateExpression => ({
  kind: 'month',
  month: monthNumber(month),
  days: null,
  weekday: null,
  pointer: pointerOf(monthPointer),
  tense: tenseOf(sentence),
  yearNearby: yearNear(sentence),
});

/** Countries of the south and the north in which papers are written in English, as in `en-AU`. */
const southern = /-(?:AU|NZ|ZA|ZW|BW|NA)\b/i;
const northern = /-(?:US|GB|CA|IE|IN|PK|MT)\b/i;

const hemispheresOf = (language: string): readonly Hemisphere[] => {
  if (southern.test(language)) return ['south'];
  return northern.test(language) ? ['north'] : ['north', 'south'];
};

const yearPartNumbers: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4 };

const readYearPart = (word: string, { yearPartOf, yearPointer }: Groups): DateExpression | null => {
  const months = yearPartOf === 'half' ? 6 : 3;
  const last = 12 / months;
  const number = yearPartNumbers[word] ?? last;
  return number > last ? null : { kind: 'year-part', months, number, offset: offsetOf(yearPointer) };
};

const seasonOf = (word: string): Season => (word === 'fall' ? 'autumn' : (word as Season));

type Reader = (
  word: string,
  groups: Groups,
  sentence: HitSentence,
  language: string,
) => DateExpression | null;

/** By the group that only this form has. */
const readers: Readonly<Record<string, Reader>> = {
  agoCount: (count, { agoUnit = '' }) => counted(count, agoUnit, -1),
  inCount: (count, { inUnit = '' }, sentence) => readAhead(count, inUnit, sentence),
  near: (near) => ({ kind: 'days', offset: nearOffset(near) }),
  dayMonth: (_, groups, sentence) => readDays(groups, sentence),
  monthFirst: (_, groups, sentence) => readDays(groups, sentence),
  weekday: (weekday, { weekdayPointer }, sentence) => ({
    kind: 'weekday',
    weekday: weekdayNumber(weekday),
    pointer: pointerOf(weekdayPointer),
    tense: tenseOf(sentence),
  }),
  month: readMonth,
  unit: (unit, { pointer, part }, sentence) => ({
    kind: 'period',
    unit: unit as PeriodUnit,
    offset: offsetOf(pointer),
    part: partOf(part),
    ...(unit === 'year' && offsetOf(pointer) === 0 && { tense: tenseOf(sentence) }),
  }),
  weekend: (_, { weekendPointer }, sentence) => ({
    kind: 'weekend',
    pointer: pointerOf(weekendPointer),
    tense: tenseOf(sentence),
  }),
  yearPart: readYearPart,
  season: (season, { seasonPointer }, _, language) => ({
    kind: 'season',
    season: seasonOf(season),
    pointer: pointerOf(seasonPointer) as 'last' | 'next' | 'this',
    hemispheres: hemispheresOf(language),
  }),
  edgeUnit: (unit, { edgePointer, edge }) => ({
    kind: 'period',
    unit: unit as PeriodUnit,
    offset: offsetOf(edgePointer),
    part: partOf(edge),
  }),
};

/**
 * The expression of a hit; null where it is not a date after all.
 * @param language of the text, BCP 47
 */
export const readExpression = (
  groups: Groups,
  sentence: HitSentence,
  language: string,
): DateExpression | null => {
  for (const [name, read] of Object.entries(readers)) {
    const word = groups[name];
    if (word !== undefined) return read(word, groups, sentence, language);
  }
  return null;
};
