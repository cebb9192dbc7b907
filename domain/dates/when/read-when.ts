/**
 * Reads when something was, as a person writes it: "19 April 2024", "early May", "24–26 April", "about 2019", "zwischen
 * 1. und 10. Mai", "il y a trois jours". What is not said, such as the year, is counted from the day of the article.
 * The words stand in when-words.ts; a day is read with each language in turn until one has all of the words. Anything
 * that is not read as a whole is not read at all: a wrong date is worse than none.
 */

import { type CalendarDate, calendarDateSchema } from '../../time.ts';
import { addDays, weekdayOf } from '../calendar.ts';
import { periodSpan } from '../date-span.ts';
import { type DayLanguage, dayWords } from '../day-words.ts';
import {
  behind,
  longestFirst,
  type Parts,
  readParts,
  type WhenContext,
  whole,
  withYear,
  writeParts,
  written,
} from './date-parts.ts';
import { civilDay, daysOf, type EdtfText, edtfSchema, isoDay, readEdtf } from './edtf.ts';
import { edgesOfThird, type Third, thirds } from './print-when.ts';
import { whenWords } from './when-words.ts';

export const whenLanguages = Object.keys(whenWords) as readonly DayLanguage[];

type Reading = { readonly text: string; readonly language: DayLanguage; readonly context: WhenContext };

/** One phrase of days that counts from that of the article: "yesterday", "on Wednesday", "three days ago". */
const readRelative = ({ text, language, context }: Reading): string | null => {
  const from = context.published ?? context.today;
  const { days, last, current, ago } = whenWords[language];
  const { weekdays, units, numbers, next } = dayWords[language];
  const near = Object.entries(days).find(([words]) => whole(words).test(text));
  if (near !== undefined) return addDays(from, near[1]);
  const weekday =
    weekdays.findIndex((names) => whole(`(?:(?:${last}) )?(?:${names})\\.?(?: (?:${last}))?`).test(text)) + 1;
  if (weekday > 0) return addDays(from, -((weekdayOf(from) - weekday + 7) % 7));
  const counted = (['day', 'week', 'month', 'year'] as const).flatMap((unit) => {
    const found = whole(ago.replace('#', '(\\S+)').replace('@', `(?:${units[unit]})`)).exec(text)?.[1];
    if (found === undefined) return [];
    const count = /^\d{1,3}$/u.test(found)
      ? Number(found)
      : numbers.findIndex((word) => whole(word).test(found)) + 1;
    return count === 0 ? [] : [{ unit, count }];
  })[0];
  if (counted !== undefined) return dayAgo(from, counted.unit, counted.count);
  for (const unit of ['week', 'month', 'year'] as const) {
    const offset = [last, current, next].findIndex((words) =>
      whole(`(?:(?:${words}) ?)(?:${units[unit]})|(?:${units[unit]}) (?:${words})`).test(text),
    );
    if (offset >= 0) return periodOf(unit, from, offset - 1);
  }
  return null;
};

/** "Three days ago" is a day; "two months ago" is about such a month. */
const dayAgo = (
  from: CalendarDate,
  unit: 'day' | 'week' | 'month' | 'year',
  count: number,
): string | null => {
  if (unit === 'day') return addDays(from, -count);
  if (unit === 'week') return `${addDays(from, -7 * count)}~`;
  const span = periodSpan(unit, from, -count);
  return span === null ? null : `${span.first.slice(0, unit === 'month' ? 7 : 4)}~`;
};

const periodOf = (unit: 'week' | 'month' | 'year', from: CalendarDate, offset: number): string | null => {
  const span = periodSpan(unit, from, offset);
  if (span === null) return null;
  return unit === 'week' ? `${span.first}/${span.last}` : span.first.slice(0, unit === 'month' ? 7 : 4);
};

/** The date without the words that may stand before it: "on", "in the". */
const withoutLead = (text: string, language: DayLanguage): string =>
  text.replace(behind(whenWords[language].lead), '');

const readSeason = ({ text, language, context }: Reading): string | null => {
  const { seasons, of } = whenWords[language];
  for (const [at, names] of seasons.entries()) {
    const found = new RegExp(`^(?:${names})(?: (?:(?:${of}) )?(.+))?$`, 'u').exec(text);
    if (found === null) continue;
    const [, year = (context.published ?? context.today).slice(0, 4)] = found;
    const parts = readParts(year, language);
    if (parts?.year == null || parts.month !== null) continue;
    return `${written(parts.year)}-${21 + at}`;
  }
  return null;
};

const readDecade = (text: string, language: DayLanguage): string | null => {
  const year = whole(whenWords[language].decade.replaceAll('#', '(\\d{3}0)'))
    .exec(text)
    ?.slice(1)
    .find((each) => each !== undefined);
  return year === undefined ? null : `${year.slice(0, 3)}X`;
};

/** The words of print-when.ts for the unknown part, and what EDTF writes for it after the known parts. */
const unknownParts = [
  { said: /^a day in (.+)$/u, of: 'month', written: '-XX' },
  { said: /^a day in (.+)$/u, of: 'year', written: '-XX-XX' },
  { said: /^a month of (.+)$/u, of: 'year', written: '-XX' },
] as const;

/** "a day in May 2024", "a month of 2024", "a year in 1900–1999". */
const readUnknownPart = ({ text }: Reading): string | null => {
  const century = /^a year in (\d\d)00–\1(?:99)$/u.exec(text)?.[1];
  if (century !== undefined) return `${century}XX`;
  for (const { said, of, written: unknown } of unknownParts) {
    const parts = readParts(said.exec(text)?.[1] ?? '', 'en');
    const period = parts === null ? null : writeParts(parts);
    const edtf = period === null ? null : readEdtf(period);
    if (edtf?.kind === 'date' && edtf.date.kind === of) return `${period}${unknown}`;
  }
  return null;
};

/** "early May 2024": a third of a month or a year, as a span with edges about there. */
const readThird = ({ text, language, context }: Reading): string | null => {
  for (const third of thirds) {
    const words = whenWords[language][third];
    const found = new RegExp(`^(?:${words})(?:[ -])(\\S.*)$`, 'u').exec(text)?.[1];
    if (found === undefined) continue;
    const said = readParts(withoutLead(found, language), language);
    if (said === null || said.day !== null) return null;
    const parts = withYear(said, context);
    return parts.year === null ? null : writeThird(third, parts.year, parts.month);
  }
  return null;
};

const writeThird = (third: Third, year: number, month: number | null): string => {
  const [first, last] = edgesOfThird(third, year, month);
  const before = month === null ? written(year) : `${written(year)}-${String(month).padStart(2, '0')}`;
  return [first, last].map((part) => `${before}-${String(part).padStart(2, '0')}~`).join('/');
};

/** A date as EDTF, that is one stretch of the calendar: what may be an edge of something longer. */
const readPoint = (reading: Reading): string | null => {
  const text = withoutLead(reading.text, reading.language);
  const bare = { ...reading, text };
  const asEdtf = readEdtf(reading.text.toUpperCase());
  if (asEdtf?.kind === 'date' && /\d{4}/u.test(reading.text)) return reading.text.toUpperCase();
  const parts = readParts(text, reading.language);
  if (parts !== null) return writeParts(withYear(parts, reading.context));
  return (
    readSeason(bare) ??
    readDecade(text, reading.language) ??
    readUnknownPart(bare) ??
    readRelative(bare) ??
    readRelative(reading)
  );
};

/** Completes the first of two dates from the second, and the second from the first. */
const completed = (one: Parts, other: Parts): readonly [Parts, Parts] => {
  const isBareDay = (parts: Parts): boolean => parts.day !== null && parts.month === null;
  const first: Parts = {
    day: one.day,
    month: isBareDay(one) ? other.month : one.month,
    year: one.year ?? other.year,
  };
  const second: Parts = {
    day: other.day,
    month: isBareDay(other) ? one.month : other.month,
    year: other.year ?? one.year,
  };
  // "December to January 2024" began in the year before.
  const isTurned =
    one.year === null &&
    first.year !== null &&
    first.month !== null &&
    second.month !== null &&
    first.month > second.month;
  return [isTurned ? { ...first, year: (first.year ?? 0) - 1 } : first, second];
};

/** Two dates, either of which may omit parts that the other has, as EDTF. */
const readCompleted = (one: Parts, other: Parts, context: WhenContext): readonly [string, string] | null => {
  const [begin, end] = completed(one, other);
  const dated = withYear(end, context);
  const isTurned = begin.year === null && (begin.month ?? 0) > (dated.month ?? 0);
  const year = begin.year ?? (dated.year === null ? null : dated.year - (isTurned ? 1 : 0));
  const [from, to] = [writeParts({ ...begin, year }), writeParts(dated)];
  return from === null || to === null ? null : [from, to];
};

/** Two dates that stand together, as EDTF. */
const readPair = (one: string, other: string, reading: Reading): readonly [string, string] | null => {
  const { language, context } = reading;
  const [first, second] = [one, other].map((text) => readParts(withoutLead(text.trim(), language), language));
  const pair = first == null || second == null ? null : readCompleted(first, second, context);
  if (pair !== null) return pair;
  const [from, to] = [one, other].map((text) => readQualified({ ...reading, text: text.trim() }));
  return from == null || to == null ? null : [from, to];
};

/** The EDTF qualifier of a date with "perhaps", with "about", or with both before it. */
const signOf = (said: string, doubted: string, text: string): '?' | '~' | '%' => {
  if (doubted === text) return '?';
  return doubted === said ? '~' : '%';
};

/** A date that may be marked as an estimate or as uncertain. */
const readQualified = (reading: Reading): string | null => {
  const { about, perhaps } = whenWords[reading.language];
  const doubted = reading.text.replace(behind(perhaps), '');
  const text = doubted.replace(behind(about), '');
  const point = readPoint({ ...reading, text });
  if (point === null || text === reading.text) return point;
  const sign = signOf(reading.text, doubted, text);
  if (point.endsWith('~') && sign === '~') return point;
  return /[?~%]$|\//u.test(point) ? null : `${point}${sign}`;
};

/** A dash between two dates, and none within one. */
const DASH =
  /\s*[–—]\s*|\s+-\s+|(?<=\d\.?)-(?=\d{1,2}[.,]?\s)|(?<=\p{L}{3})-(?=\p{L}{3})|\s*\/\s*(?=\d{4}-)/u;

const split = (text: string, sign: RegExp): readonly [string, string] | null => {
  const [one = '', other = '', ...more] = text.split(sign);
  return one.trim() !== '' && other.trim() !== '' && more.length === 0 ? [one, other] : null;
};

const readSpan = (reading: Reading): string | null => {
  const { text, language } = reading;
  const { from, to } = whenWords[language];
  const dashed = split(text, DASH);
  const pair = dashed === null ? null : readPair(dashed[0], dashed[1], reading);
  if (pair !== null) return pair.join('/');
  const begun = text.replace(behind(from), '');
  const joined = split(begun, new RegExp(`\\s+(?:${longestFirst(to)})\\s+`, 'u'));
  const isSpan = joined !== null && (begun !== text || !/^(?:a|à)$/u.test(to));
  return isSpan ? (readPair(joined[0], joined[1], reading)?.join('/') ?? null) : null;
};

/** The same stretch of the calendar before (-1) or after it (1): a day, a month or a year. */
const neighbour = (point: string, step: -1 | 1): string | null => {
  const edtf = readEdtf(point);
  if (edtf?.kind !== 'date' || edtf.date.openDigits > 0) return null;
  const { first, last } = daysOf(point);
  const beside = step < 0 ? first - 1 : last + 1;
  if (edtf.date.kind === 'year') return written(civilDay(beside).year);
  const day = isoDay(beside);
  return edtf.date.kind === 'month' ? day.slice(0, -3) : day;
};

type Bound = 'before' | 'after' | 'by' | 'since' | 'until';

/** What each of the words makes of the date behind it; null where that has no neighbour to begin or end with. */
const bounds: Readonly<Record<Bound, (point: string) => string | null>> = {
  before: (point) => openAt(neighbour(point, -1), (day) => `[..${day}]`),
  after: (point) => openAt(neighbour(point, 1), (day) => `[${day}..]`),
  by: (point) => `[..${point}]`,
  since: (point) => `${point}/..`,
  until: (point) => `../${point}`,
};
const openAt = (day: string | null, write: (day: string) => string): string | null =>
  day === null ? null : write(day);

/** "before", "by", "after", "since", "until" a date. */
const readBounded = (reading: Reading): string | null => {
  const words = whenWords[reading.language];
  const rest = (alternatives: string): string | null => {
    const text = reading.text.replace(behind(alternatives), '');
    return text === reading.text ? null : readQualified({ ...reading, text });
  };
  for (const bound of Object.keys(bounds) as Bound[]) {
    const point = rest(words[bound]);
    const found = point === null ? null : bounds[bound](point);
    if (found !== null) return found;
  }
  return openAt(reading.language === 'en' ? rest('on or after') : null, (day) => `[${day}..]`);
};

/** "19 April 2024 to an unknown date", and the other way round. */
const readUnknownEdge = (reading: Reading): string | null => {
  const [, begin, end] = /^(?:(.+) to an unknown date|an unknown date to (.+))$/u.exec(reading.text) ?? [];
  const point = readQualified({ ...reading, text: begin ?? end ?? '' });
  if (point === null) return null;
  return begin === undefined ? `/${point}` : `${point}/`;
};

const readAlternatives = (reading: Reading): string | null => {
  const { between, and, or } = whenWords[reading.language];
  const text = reading.text.replace(behind(between), '');
  const joined =
    text === reading.text ? null : split(text, new RegExp(`\\s+(?:${longestFirst(and)})\\s+`, 'u'));
  const range = joined === null ? null : readPair(joined[0], joined[1], reading);
  if (range !== null) return `[${range.join('..')}]`;
  const either = split(reading.text, new RegExp(`\\s+(?:${longestFirst(or)})\\s+`, 'u'));
  const pair = either === null ? null : readPair(either[0], either[1], reading);
  return pair === null ? null : `[${pair.join(',')}]`;
};

const isKept = (text: string | null): text is EdtfText => text !== null && edtfSchema.safeParse(text).success;

/** "about 24–26 April 2024": both edges are an estimate, or in doubt. */
const readVagueSpan = (reading: Reading): string | null => {
  const { about, perhaps } = whenWords[reading.language];
  const doubted = reading.text.replace(behind(perhaps), '');
  const text = doubted.replace(behind(about), '');
  if (text === reading.text || split(text, DASH) === null) return null;
  const span = readSpan({ ...reading, text });
  if (span === null || /[?~%[.]/u.test(span)) return null;
  const sign = signOf(reading.text, doubted, text);
  return `${span.replace('/', `${sign}/`)}${sign}`;
};

const readers = [
  readQualified,
  readThird,
  readBounded,
  readAlternatives,
  readVagueSpan,
  readUnknownEdge,
  readSpan,
];

/** More than any date takes. */
const MAX_TYPED = 120;

/**
 * When something was, of what was typed; null where it is not read. EDTF itself is taken as it is. The languages are
 * tried in their order.
 */
export const readWhen = (
  typed: string,
  context: WhenContext,
  languages: readonly DayLanguage[] = whenLanguages,
): EdtfText | null => {
  const trimmed = typed.normalize('NFC').trim().replace(/\s+/gu, ' ');
  const asEdtf = edtfSchema.safeParse(trimmed);
  if (asEdtf.success) return asEdtf.data;
  if (trimmed === '' || trimmed.length > MAX_TYPED) return null;
  const text = trimmed.toLowerCase();
  for (const language of languages) {
    for (const read of readers) {
      const found = read({ text, language, context });
      if (isKept(found)) return found;
    }
  }
  return null;
};

/** The day of an article from which dates in it are counted; null where it is not known. */
export const publishedDay = (publishedAt: string | null): CalendarDate | null =>
  calendarDateSchema.safeParse(publishedAt?.slice(0, 10)).data ?? null;
