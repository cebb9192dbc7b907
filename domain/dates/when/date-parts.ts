/** The day, month and year of one date as written in a language, and the parts that are not given. */
import { remembering } from '../../remembering.ts';
import type { CalendarDate } from '../../time.ts';
import { type DayLanguage, dayWords } from '../day-words.ts';
import { monthOfName } from '../month-names.ts';
import { readStatedDate } from '../read-stated-date.ts';
import { type CivilDay, dayNumber, daysInMonth, readEdtf } from './edtf.ts';
import { whenWords } from './when-words.ts';

/** The context from which an incomplete date is completed. */
export type WhenContext = {
  /** The day of the article that contains the date; null where that is not known. */
  readonly published: CalendarDate | null;
  readonly today: CalendarDate;
};

/** The given parts of a date; null for parts that are not given. */
export type Parts = {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
};

export const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`, 'u');

/** Alternatives with the longest first, so that "le 1er" is not taken for "l". */
export const longestFirst = (alternatives: string): string =>
  alternatives
    .split(/\|(?![^(]*\))/u)
    .sort((a, b) => b.length - a.length)
    .join('|');

/** Text after one of these words, if one comes first. */
export const behind = (alternatives: string): RegExp =>
  new RegExp(`^(?:${longestFirst(alternatives)})(?:\\s+|(?<=[’'.-]))`, 'u');

const englishMonths = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];

/** A name written out, in English from three letters too. */
const monthOf = (word: string): number | null => {
  const bare = word.replace(/\.$/u, '');
  const english = /^[a-z]{3,}$/u.test(bare)
    ? englishMonths.findIndex((name) => name.startsWith(bare)) + 1
    : 0;
  return english > 0 || bare === 'sept' ? english || 9 : monthOfName(bare);
};

const MONTH = String.raw`(?<month>\p{L}{3,}\.?)`;
const BEFORE_CHRIST = String.raw`bce?|[av]\. ?c(?:hr)?\.|av\. ?j\.-?c\.`;
const AFTER_CHRIST = String.raw`ad|ce|[dn]\. ?c(?:hr)?\.|ap(?:r|\.)?\.? ?j\.-?c\.`;
const YEAR = String.raw`(?<year>\d{1,9} (?:${BEFORE_CHRIST}|${AFTER_CHRIST})|ad \d{1,9}|\d{3,9})`;
const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|er|\.|º|°)?`;

/** The orders of day, month and year in a date of a language. */
const formsOf = remembering((language: DayLanguage): readonly RegExp[] => {
  const { of } = whenWords[language];
  const joint = `(?:,? (?:${of})? ?|,? )`;
  return [
    `${DAY}${joint}${MONTH}(?:${joint}${YEAR})?`,
    `${MONTH} ${DAY}(?:,? ${YEAR})?`,
    `${MONTH}(?:${joint}${YEAR})?`,
    YEAR,
    String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|er|\.|º|°)?(?:, ${YEAR})?`,
    // Full stops separate day and month, in this order, wherever they are used.
    String.raw`(?<day>\d{1,2})\.(?<number>\d{1,2})\.(?<year>\d{4})`,
  ].map((form) => new RegExp(`^${form}$`, 'u'));
});

const numberOf = (digits: string | undefined): number | null =>
  digits === undefined ? null : Number(digits);

const isBeforeChrist = new RegExp(`(?:${BEFORE_CHRIST})$`, 'u');
const yearOf = (text: string | undefined): number | null => {
  if (text === undefined) return null;
  const number = Number(/\d+/u.exec(text)?.[0]);
  return isBeforeChrist.test(text) ? 1 - number : number;
};

const isWeekday = remembering((language: DayLanguage) => {
  const names = dayWords[language].weekdays.join('|');
  return new RegExp(`^(?:${names})\\.?,? (?=\\S)`, 'u');
});

const readNumbers = (text: string): Parts | null => {
  const iso = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/u.exec(text);
  const [year = '', month = '', day] = iso?.slice(1) ?? (readStatedDate(text) ?? '').slice(0, 10).split('-');
  if (year === '' || month === '') return null;
  return { year: Number(year), month: Number(month), day: day === undefined ? null : Number(day) };
};

/** The parts of one date, without the words before it; null where it is not a date. A single number is a day. */
export const readParts = (text: string, language: DayLanguage): Parts | null => {
  const bare = text.replace(isWeekday(language), '');
  for (const form of formsOf(language)) {
    const found = form.exec(bare)?.groups;
    if (found === undefined) continue;
    const { year, month: name, number, day } = found;
    const month = name === undefined ? numberOf(number) : monthOf(name);
    if (name !== undefined && month === null) continue;
    return { year: yearOf(year), month, day: numberOf(day) };
  }
  return readNumbers(bare);
};

/** A year as EDTF writes it: of more than four digits behind a Y. */
export const written = (year: number): string => {
  if (Math.abs(year) > 9999) return `Y${year}`;
  return year < 0 ? `-${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0');
};

/** The parts in EDTF; null where the calendar has no such day, or too little is given. */
export const writeParts = ({ year, month, day }: Parts): string | null => {
  if (year === null || (day !== null && month === null)) return null;
  const parts = [
    written(year),
    ...[month, day].filter((part) => part !== null).map((part) => String(part).padStart(2, '0')),
  ];
  const text = parts.join('-');
  return readEdtf(text) === null ? null : text;
};

const civilOf = (date: CalendarDate): CivilDay => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return { year, month, day };
};

/**
 * The year in which a day or month without one is nearest to the article. Where the day of publication is not
 * known, the last one that has begun, since reports are mostly about the past.
 */
const nearestYear = ({ month, day }: Parts, { published, today }: WhenContext): number => {
  const from = civilOf(published ?? today);
  const at = dayNumber(from.year, from.month, from.day);
  const edges = (year: number): readonly [number, number] => {
    const length = daysInMonth(year, month ?? 1);
    const first = dayNumber(year, month ?? 1, Math.min(day ?? 1, length));
    return [first, day === null ? dayNumber(year, month ?? 1, length) : first];
  };
  if (published === null) return edges(from.year)[0] > at ? from.year - 1 : from.year;
  const distance = (year: number): number => {
    const [first, last] = edges(year);
    return at >= first && at <= last ? 0 : Math.min(Math.abs(at - first), Math.abs(at - last));
  };
  const [nearest = from.year] = [from.year, from.year - 1, from.year + 1].sort(
    (a, b) => distance(a) - distance(b),
  );
  return nearest;
};

export const withYear = (parts: Parts, context: WhenContext): Parts =>
  parts.year === null && parts.month !== null ? { ...parts, year: nearestYear(parts, context) } : parts;
