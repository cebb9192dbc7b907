/**
 * A date of an event in words that express what is known and no more: "19 April 2024", "about 2019", "early May
 * 2024", "24–26 April 2024", "between 1 and 10 May 2024", "by 10 May 2024". readWhen reads every printed form.
 */

import { equalJson } from '../../equal-json.ts';
import { calendarDateSchema } from '../../time.ts';
import { weekdayOf } from '../calendar.ts';
import {
  type CivilDay,
  civilDay,
  daysInMonth,
  type Edtf,
  type EdtfDate,
  type EdtfPart,
  edgesOfDate,
  edtfOf,
  isoDay,
  type OpenEdge,
} from './edtf.ts';

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const seasons = ['spring', 'summer', 'autumn', 'winter'];

/** How a date is printed. `year`: the year printed above it, which is not repeated. */
export type WhenStyle = {
  /** "Apr", and a weekday of three letters. */
  readonly isShort?: boolean;
  readonly hasWeekday?: boolean;
  readonly year?: number | null;
};

/** Which parts of a date are said. */
type Said = { readonly day: boolean; readonly month: boolean; readonly year: boolean };
const all: Said = { day: true, month: true, year: true };

const monthName = (month: number, { isShort }: WhenStyle): string =>
  (months[month - 1] ?? '').slice(0, isShort === true ? 3 : undefined);

/** "2024", "AD 44", which would be taken for a day, "45 BC": EDTF has a year 0, which is 1 BC. */
const yearName = (year: number): string => {
  if (year > 0) return year < 100 ? `AD ${year}` : String(year);
  return `${1 - year} BC`;
};

/** "Monday", "Mon". */
export const weekdayName = (day: number, isShort = false): string => {
  const date = calendarDateSchema.safeParse(isoDay(day));
  return date.success ? (weekdays[weekdayOf(date.data) - 1] ?? '').slice(0, isShort ? 3 : undefined) : '';
};

/** A date of which a part is not known: "a day in May 2024", "the 2010s". */
const openDate = ({ kind, year, month, openDigits }: EdtfDate, style: WhenStyle): string => {
  const digits = (of: number): string => String(of).padStart(4, '0');
  if (openDigits === 1) return `the ${digits(year)}s`;
  if (openDigits === 2) return `a year in ${digits(year)}–${digits(year + 99)}`;
  const within = month === null ? '' : `${monthName(month, style)} `;
  return kind === 'day' ? `a day in ${within}${yearName(year)}` : `a month of ${yearName(year)}`;
};

const isOpen = ({ kind, month, day, openDigits }: EdtfDate): boolean =>
  openDigits > 0 || (kind === 'month' && month === null) || (kind === 'day' && day === null);

const bareDate = (date: EdtfDate, style: WhenStyle, said: Said): string => {
  if (isOpen(date)) return openDate(date, style);
  const { year, month, day, season } = date;
  const named = [
    ...(day === null ? [] : [String(day)]),
    ...(month === null || (day !== null && !said.month) ? [] : [monthName(month, style)]),
    ...(season === null ? [] : [seasons[season - 21] ?? '']),
  ];
  const isYearSaid = said.year && (year !== style.year || named.length === 0);
  return [...named, ...(isYearSaid ? [yearName(year)] : [])].join(' ');
};

/** A day (from 1 January 1970) as precisely as `kind` states, of any year: "19 April 2024", "Apr 2024", "45 BC". */
export const printDayNumber = (
  day: number,
  kind: 'day' | 'month' | 'year',
  style: WhenStyle = {},
): string => {
  const { year, month, day: ofMonth } = civilDay(day);
  return bareDate(
    {
      ...{ kind, year, openDigits: 0, season: null, qualifier: 'none' },
      month: kind === 'year' ? null : month,
      day: kind === 'day' ? ofMonth : null,
    },
    style,
    all,
  );
};

const certaintyWords = { none: '', uncertain: 'perhaps ', approximate: 'about ', both: 'perhaps about ' };

const printDate = (date: EdtfDate, style: WhenStyle, said = all): string => {
  const isDay = date.kind === 'day' && date.day !== null && date.month !== null;
  const weekday =
    style.hasWeekday === true && isDay && date.qualifier === 'none'
      ? weekdayName(edgesOfDate(date).first, style.isShort)
      : '';
  const bare = bareDate(date, style, said);
  return `${certaintyWords[date.qualifier]}${weekday === '' ? bare : `${weekday} ${bare}`}`;
};

const isDate = (edge: EdtfDate | OpenEdge): edge is EdtfDate => typeof edge === 'object';

const isSamePrecision = (from: EdtfDate, to: EdtfDate): boolean =>
  from.kind === to.kind &&
  from.openDigits === 0 &&
  to.openDigits === 0 &&
  (from.kind === 'year' || (from.month !== null && to.month !== null)) &&
  (from.kind !== 'day' || (from.day !== null && to.day !== null));

/** The parts in which two dates differ, and which the first of them has to print. */
const firstSaid = (from: EdtfDate, to: EdtfDate): Said => ({
  day: true,
  month: from.kind !== 'day' || from.month !== to.month || from.year !== to.year,
  year: from.kind === 'year' || from.year !== to.year,
});

/** Two dates with `sign` between them: "24–26 April 2024", "1 and 10 May 2024". */
const printPair = (from: EdtfDate, to: EdtfDate, sign: '–' | ' and ' | ' or ', style: WhenStyle): string => {
  const plain: WhenStyle = { ...style, hasWeekday: false };
  if (sign === '–' && equalJson(from, to)) return printDate(from, style);
  const isOneSaying = from.qualifier === to.qualifier && (sign === '–' || from.qualifier === 'none');
  if (!isOneSaying || !isSamePrecision(from, to)) {
    const [begin, end] = [printDate(from, plain), printDate(to, plain)];
    return sign === '–' ? `from ${begin} to ${end}` : `${begin}${sign}${end}`;
  }
  const bare = (date: EdtfDate): EdtfDate => ({ ...date, qualifier: 'none' });
  const said = firstSaid(from, to);
  return `${certaintyWords[from.qualifier]}${printDate(bare(from), plain, said)}${sign}${printDate(bare(to), plain)}`;
};

/** The thirds of a month and of a year: how "early May" and "late 2024" are kept, as spans with edges about there. */
export const thirds = ['early', 'mid', 'late'] as const;
export type Third = (typeof thirds)[number];

const MONTH_THIRDS: Readonly<Record<Third, readonly [number, number]>> = {
  early: [1, 10],
  mid: [11, 20],
  late: [21, 31],
};
const YEAR_THIRDS: Readonly<Record<Third, readonly [number, number]>> = {
  early: [1, 4],
  mid: [5, 8],
  late: [9, 12],
};

/** The edges of a third: days of a month, or months of a year where `month` is null. */
export const edgesOfThird = (third: Third, year: number, month: number | null): readonly [number, number] => {
  if (month === null) return YEAR_THIRDS[third];
  const [first, last] = MONTH_THIRDS[third];
  return [first, Math.min(last, daysInMonth(year, month))];
};

/** Whether both edges are an estimate within one month, or one year. */
const mayBeThird = (from: EdtfDate, to: EdtfDate): boolean =>
  from.qualifier === 'approximate' &&
  to.qualifier === 'approximate' &&
  from.year === to.year &&
  isSamePrecision(from, to) &&
  (from.kind === 'month' || (from.kind === 'day' && from.month === to.month));

/** Which third of which month a span is, null for `month` where it is one of a year; null of a span that is none. */
export const thirdOf = (
  from: EdtfDate,
  to: EdtfDate,
): { readonly third: Third; readonly month: number | null } | null => {
  if (!mayBeThird(from, to)) return null;
  const isOfMonth = from.kind === 'day';
  const month = isOfMonth ? from.month : null;
  const said = isOfMonth ? [from.day, to.day] : [from.month, to.month];
  const third = thirds.find((each) => equalJson(edgesOfThird(each, from.year, month), said));
  return third === undefined ? null : { third, month };
};

/** "early May 2024"; null of a span that is no third. */
const printThird = (from: EdtfDate, to: EdtfDate, style: WhenStyle): string | null => {
  const found = thirdOf(from, to);
  if (found === null) return null;
  const { third, month } = found;
  const kind = month === null ? 'year' : 'month';
  const name = bareDate({ ...from, kind, month, day: null, qualifier: 'none' }, style, all);
  return third === 'mid' ? `mid-${name}` : `${third} ${name}`;
};

const unknownDate = ({ isShort }: WhenStyle): string => (isShort === true ? '?' : 'an unknown date');

const printSpan = ({ from, to }: Extract<Edtf, { kind: 'span' }>, style: WhenStyle): string => {
  if (isDate(from) && isDate(to)) return printThird(from, to, style) ?? printPair(from, to, '–', style);
  if (isDate(from)) {
    const begin = printDate(from, style);
    return to === 'open' ? `since ${begin}` : `${begin} to ${unknownDate(style)}`;
  }
  const end = isDate(to) ? printDate(to, style) : '';
  return from === 'open' ? `until ${end}` : `${unknownDate(style)} to ${end}`;
};

const dateOfDay = ({ year, month, day }: CivilDay, like: EdtfDate): EdtfDate => ({
  ...like,
  year,
  month: like.kind === 'year' ? null : month,
  day: like.kind === 'day' ? day : null,
});

/** Whether a whole stretch of the calendar is meant, so that its neighbour has a name. */
const hasNeighbour = ({ kind, openDigits, month, qualifier }: EdtfDate): boolean =>
  qualifier === 'none' && openDigits === 0 && (kind === 'year' || (kind === 'month' && month !== null));

const printOpen = ({ from, to }: EdtfPart, style: WhenStyle): string => {
  if (to !== null) {
    if (!hasNeighbour(to)) return `by ${printDate(to, style)}`;
    const next = dateOfDay(civilDay(edgesOfDate(to).last + 1), to);
    return `before ${printDate(next, { ...style, year: null })}`;
  }
  if (from === null) return 'undated';
  if (!hasNeighbour(from)) return `on or after ${printDate(from, style)}`;
  const before = dateOfDay(civilDay(edgesOfDate(from).first - 1), from);
  return `after ${printDate(before, { ...style, year: null })}`;
};

const isSingle = ({ from, to }: EdtfPart): boolean => from !== null && from === to;

const printPart = (part: EdtfPart, style: WhenStyle): string => {
  const { from, to } = part;
  if (from === null || to === null) return printOpen(part, style);
  return isSingle(part) ? printDate(from, style) : `between ${printPair(from, to, ' and ', style)}`;
};

const printOneOf = (parts: readonly EdtfPart[], style: WhenStyle): string => {
  const [one, other] = parts;
  const isPair = parts.length === 2 && parts.every(isSingle);
  if (isPair && one?.from != null && other?.from != null)
    return printPair(one.from, other.from, ' or ', style);
  const plain: WhenStyle = { ...style, hasWeekday: false };
  return parts.map((part) => printPart(part, plain)).join(' or ');
};

/** A date that is kept as EDTF, in words. */
export const printWhen = (text: string, style: WhenStyle = {}): string => {
  const edtf = edtfOf(text);
  switch (edtf.kind) {
    case 'date':
      return printDate(edtf.date, style);
    case 'span':
      return printSpan(edtf, style);
    case 'one-of':
      return printOneOf(edtf.parts, style);
  }
};
