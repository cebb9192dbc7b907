/**
 * When something happened, as far as it is known: the Extended Date/Time Format of the Library of Congress (EDTF,
 * ISO 8601-2:2019 annex A). Levels 0 and 1 are read completely, and of level 2 the sets that mean one time within
 * a period: `[2024-05-01..2024-05-10]`, `[..2024-05-10]`, `[2024-04-18,2024-04-19]`. Everything else of level 2 is
 * refused. The text is what is stored; this is its interpretation. The reader is our own: the package `edtf` would
 * have needed such a pattern in front of it, and corrections of its edges (an open one, `2026/`, the second of
 * `{a..b}`).
 *
 * Days are counted from 1 January 1970 in the Gregorian calendar, also before it was in use and beyond year 9999,
 * which `Date` cannot express. An edge that is open or unknown is an infinite day.
 */
import { z } from 'zod';

/** `?`, `~` and `%` of EDTF: the source is in doubt, the date is an estimate, or both. */
export type Qualifier = 'none' | 'uncertain' | 'approximate' | 'both';

/** A year, a part of it, or a day, as precise as it is known. */
export type EdtfDate = {
  readonly kind: 'year' | 'season' | 'month' | 'day';
  readonly year: number;
  /** How many digits of the year are not known: 1 of `201X`, 2 of `20XX`. */
  readonly openDigits: 0 | 1 | 2;
  /** From 1. Null for a year and a season, and for `XX`. */
  readonly month: number | null;
  readonly day: number | null;
  /** 21 for spring to 24 for winter, as EDTF numbers them; null where it is no season. */
  readonly season: number | null;
  readonly qualifier: Qualifier;
};

/** A boundary of a stretch of time that is not a date. */
export type OpenEdge = 'open' | 'unknown';

export type Edtf =
  | { readonly kind: 'date'; readonly date: EdtfDate }
  /** It lasted from one date to another. */
  | { readonly kind: 'span'; readonly from: EdtfDate | OpenEdge; readonly to: EdtfDate | OpenEdge }
  /** It happened at one of these: each a date (`from` and `to` the same), or something between two, null for open. */
  | { readonly kind: 'one-of'; readonly parts: readonly EdtfPart[] };

export type EdtfPart = { readonly from: EdtfDate | null; readonly to: EdtfDate | null };

/** The first and the last day, both included, as days from 1970; infinite where there is no such edge. */
export type DayEdges = { readonly first: number; readonly last: number };

const qualifiers: Readonly<Record<string, Qualifier>> = {
  '': 'none',
  '?': 'uncertain',
  '~': 'approximate',
  '%': 'both',
};

const YEAR = String.raw`(?<year>-?\d{4}|\d{3}X|\d{2}XX|Y-?[1-9]\d{4,8})`;
const DATE = new RegExp(
  `^${YEAR}(?:-(?<month>\\d{2}|XX)(?:-(?<day>\\d{2}|XX))?)?(?<time>T\\d{2}:\\d{2}:\\d{2}(?:Z|[+-]\\d{2}(?::\\d{2})?)?)?(?<qualifier>[?~%]?)$`,
  'u',
);

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** How many days a month has, from 1. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

const partOf = (text: string | undefined): number | null =>
  text === undefined || text === 'XX' ? null : Number(text);

const kindOf = (month: string | undefined, day: string | undefined): EdtfDate['kind'] => {
  if (day !== undefined) return 'day';
  if (month === undefined) return 'year';
  return month >= '21' && month <= '24' ? 'season' : 'month';
};

/** Whether the calendar has it. A part that is not known is any. */
const isReal = ({ kind, year, month, day, openDigits }: EdtfDate): boolean => {
  if (month !== null && (month < 1 || month > 12)) return false;
  if (day === null) return true;
  const inLeapYear = openDigits > 0 || isLeap(year) ? 4 : 1;
  return kind === 'day' && month !== null && day >= 1 && day <= daysInMonth(inLeapYear, month);
};

const readTime = (time: string | undefined): boolean => {
  if (time === undefined) return true;
  const [hour = 99, minute = 99, second = 99] = time.slice(1, 9).split(':').map(Number);
  return hour < 24 && minute < 60 && second < 60;
};

type Groups = Readonly<Record<string, string | undefined>>;

/** Forms that level 2 allows and level 1 does not, and contradictory ones. */
const isOfLevelTwo = ({ year = '', month, day, time, qualifier = '' }: Groups): boolean =>
  // A long year and one with open digits have no month.
  ((year.startsWith('Y') || year.includes('X')) && month !== undefined) ||
  // A known part follows an unknown one: "2024-XX-12".
  (month === 'XX' && day !== undefined && day !== 'XX') ||
  // A time needs a day without a doubt about it.
  (time !== undefined && (day === undefined || day === 'XX' || qualifier !== ''));

/** One date; null where it is none of level 0 or 1. Of a date-time the day is meant. */
const readDate = (text: string): EdtfDate | null => {
  const found: Groups | undefined = DATE.exec(text)?.groups;
  if (found === undefined || found.year === '-0000' || isOfLevelTwo(found)) return null;
  const { year = '', month, day, time, qualifier = '' } = found;
  const kind = kindOf(month, day);
  const date: EdtfDate = {
    kind,
    year: Number(year.replace('Y', '').replaceAll('X', '0')),
    openDigits: (year.match(/X/gu)?.length ?? 0) as EdtfDate['openDigits'],
    season: kind === 'season' ? Number(month) : null,
    month: kind === 'season' ? null : partOf(month),
    day: partOf(day),
    qualifier: qualifiers[qualifier] ?? 'none',
  };
  return isReal(date) && readTime(time) ? date : null;
};

const readEdge = (text: string): EdtfDate | OpenEdge | null => {
  if (text === '') return 'unknown';
  return text === '..' ? 'open' : readDate(text);
};

const isDate = (edge: EdtfDate | OpenEdge | null): edge is EdtfDate =>
  edge !== null && typeof edge === 'object';

const readSpan = (text: string): Edtf | null => {
  const [first = '', second = '', ...more] = text.split('/');
  const [from, to] = [readEdge(first), readEdge(second)];
  if (more.length > 0 || from === null || to === null || (!isDate(from) && !isDate(to))) return null;
  if (isDate(from) && isDate(to) && edgesOfDate(from).first > edgesOfDate(to).last) return null;
  return { kind: 'span', from, to };
};

/** One edge of an alternative: null where it is open, `undefined` where it is no date. */
const readOneEdge = (text: string): EdtfDate | null | undefined =>
  text === '' ? null : (readDate(text) ?? undefined);

const readPart = (text: string, at: number, count: number): EdtfPart | null => {
  const [first = '', second = first, ...more] = text.split('..');
  const from = readOneEdge(first);
  const to = second === first ? from : readOneEdge(second);
  if (from === undefined || to === undefined || more.length > 0 || (from ?? to) === null) return null;
  // Nothing comes before the open beginning, or after the open end.
  if ((from === null && at > 0) || (to === null && at < count - 1)) return null;
  const { first: begin, last: end } = edgesOfPart({ from, to });
  return begin <= end ? { from, to } : null;
};

/** More alternatives than anyone tells apart. */
const MAX_PARTS = 20;

const readOneOf = (text: string): Edtf | null => {
  const written = text
    .slice(1, -1)
    .split(',')
    .map((part) => part.trim());
  if (written.length > MAX_PARTS) return null;
  const parts = written.flatMap((part, at) => readPart(part, at, written.length) ?? []);
  return parts.length === written.length ? { kind: 'one-of', parts } : null;
};

/** No date that is read is longer, but for a list of alternatives. */
export const MAX_EDTF = 500;

/** The meaning of an EDTF text; null where it is not one of the forms read here. */
export const readEdtf = (text: string): Edtf | null => {
  if (text.length > MAX_EDTF) return null;
  if (text.startsWith('[') && text.endsWith(']')) return readOneOf(text);
  if (text.includes('/')) return readSpan(text);
  const date = readDate(text);
  return date === null ? null : { kind: 'date', date };
};

/** Days from 1 January 1970 (Howard Hinnant, "chrono-compatible low-level date algorithms"). */
export const dayNumber = (year: number, month: number, day: number): number => {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
};

export type CivilDay = { readonly year: number; readonly month: number; readonly day: number };

/** The day of the calendar: the inverse of dayNumber. */
export const civilDay = (number: number): CivilDay => {
  const days = number + 719_468;
  const era = Math.floor(days / 146_097);
  const ofEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: ofYear - Math.floor((153 * shifted + 2) / 5) + 1 };
};

/**
 * The first month of a season, from 1: seasons have three whole months, as the World Meteorological Organization
 * counts them in the north. Winter begins in December of its year and ends in the next.
 */
const firstMonthOfSeason = (season: number): number => 3 + (season - 21) * 3;

const monthEdges = (year: number, first: number, count: number): DayEdges => {
  const [endYear, endMonth] = [year + Math.floor((first + count - 2) / 12), ((first + count - 2) % 12) + 1];
  return {
    first: dayNumber(year, first, 1),
    last: dayNumber(endYear, endMonth, daysInMonth(endYear, endMonth)),
  };
};

/** The first and last possible day of a date; qualifiers widen nothing, since their extent is not stated. */
export const edgesOfDate = (date: EdtfDate): DayEdges => {
  const { year, openDigits, month, day, season } = date;
  if (season !== null) return monthEdges(year, firstMonthOfSeason(season), 3);
  if (month !== null && day !== null) {
    const only = dayNumber(year, month, day);
    return { first: only, last: only };
  }
  if (month !== null) return monthEdges(year, month, 1);
  return { first: dayNumber(year, 1, 1), last: dayNumber(year + 10 ** openDigits - 1, 12, 31) };
};

const edgesOfPart = ({ from, to }: EdtfPart): DayEdges => ({
  first: from === null ? Number.NEGATIVE_INFINITY : edgesOfDate(from).first,
  last: to === null ? Number.POSITIVE_INFINITY : edgesOfDate(to).last,
});

/** The first and the last day that it may touch. */
export const edgesOf = (edtf: Edtf): DayEdges => {
  switch (edtf.kind) {
    case 'date':
      return edgesOfDate(edtf.date);
    case 'span':
      return edgesOfPart({
        from: isDate(edtf.from) ? edtf.from : null,
        to: isDate(edtf.to) ? edtf.to : null,
      });
    case 'one-of': {
      const edges = edtf.parts.map(edgesOfPart);
      return {
        first: Math.min(...edges.map(({ first }) => first)),
        last: Math.max(...edges.map(({ last }) => last)),
      };
    }
  }
};

/** Whether two stretches of days have one in common. */
export const overlaps = (a: DayEdges, b: DayEdges): boolean => a.first <= b.last && b.first <= a.last;

/** The sort key in a chronology: the beginning, or the end of a date without one. */
export const dayInOrder = ({ first, last }: DayEdges): number => (Number.isFinite(first) ? first : last);

/** By the day on which it begins; of those that begin together the shorter first. */
export const compareEdges = (a: DayEdges, b: DayEdges): number => {
  const [one, other] = [dayInOrder(a), dayInOrder(b)];
  if (one !== other) return one < other ? -1 : 1;
  return a.last === b.last ? 0 : a.last < b.last ? -1 : 1;
};

const pad = (value: number, length: number): string => String(value).padStart(length, '0');

/** `2024-04-19`; a year beyond four digits is written as EDTF writes it. */
export const isoDay = (number: number): string => {
  const { year, month, day } = civilDay(number);
  const written = year < 0 ? `-${pad(-year, 4)}` : pad(year, 4);
  return `${written}-${pad(month, 2)}-${pad(day, 2)}`;
};

/** When something happened, as it is kept: the text of an EDTF that is read here. */
export const edtfSchema = z
  .string()
  .max(MAX_EDTF)
  .refine((text) => readEdtf(text) !== null, { message: 'a date in EDTF, level 1' })
  .brand<'EdtfText'>();
export type EdtfText = z.infer<typeof edtfSchema>;

/** Whether a text states a date explicitly, or the analyst has inferred it. */
export const dateCertaintySchema = z.enum(['stated', 'inferred']);
export type DateCertainty = z.infer<typeof dateCertaintySchema>;

/** The meaning of a stored date; an invalid text, which no schema accepts, has no day. */
export const edtfOf = (text: string): Edtf =>
  readEdtf(text) ?? { kind: 'one-of', parts: [{ from: null, to: null }] };

/** The days of a kept date. */
export const daysOf = (text: string): DayEdges => edgesOf(edtfOf(text));

/** The dates that a kept date is made of, in their order. */
export const datesIn = (edtf: Edtf): readonly EdtfDate[] => {
  switch (edtf.kind) {
    case 'date':
      return [edtf.date];
    case 'span':
      return [edtf.from, edtf.to].filter(isDate);
    case 'one-of':
      return edtf.parts.flatMap(({ from, to }) => [from, from === to ? null : to].filter(isDate));
  }
};

/** Whether a date is marked as an estimate or as uncertain, or is only known to be within a period. */
export const isVague = (text: string): boolean => {
  const edtf = edtfOf(text);
  return (
    edtf.kind === 'one-of' ||
    datesIn(edtf).some(
      ({ qualifier, openDigits, kind, month, day }) =>
        qualifier !== 'none' ||
        openDigits > 0 ||
        (kind === 'month' && month === null) ||
        (kind === 'day' && day === null),
    )
  );
};
