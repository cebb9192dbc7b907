/**
 * The dates of web pages to ISO 8601. A date is taken only where it can be read in one way: a day and a month
 * that could be exchanged, a year of two digits or a name of a month that is another one elsewhere are left unread,
 * because a wrong date in a citation is worse than a missing one.
 */
import { type StatedDate, statedDateSchema } from '../time.ts';
import { DAY_NAMES, monthOfName } from './month-names.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const WEEKDAY = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\\.?,?\\s+)?';
const DAY = '(?<d>\\d{1,2})(?:st|nd|rd|th)?';
const TIME = '(?:(?:,?\\s+(?:at\\s+)?|t)(?<time>\\d{1,2}:.*))?';

const FORMS: readonly RegExp[] = [
  // 2024-4-22, 2024/04/22, 2024-04-22 10:00:00 +0200
  `(?<y>\\d{4})(?<sign>[-/.])(?<m>\\d{1,2})\\k<sign>(?<d>\\d{1,2})${TIME}`,
  // 20240422
  '(?<y>\\d{4})(?<m>\\d{2})(?<d>\\d{2})',
  // Mon, 22 Apr 2024 10:00:00 GMT; 22nd of April 2024
  `${WEEKDAY}${DAY}[\\s-]+(?:of\\s+)?${MONTH},?[\\s-]+(?<y>\\d{4})${TIME}`,
  // Monday, April 22, 2024
  `${WEEKDAY}${MONTH}\\s+${DAY},?\\s+(?<y>\\d{4})${TIME}`,
  // 2024 Apr 22
  `(?<y>\\d{4})\\s+${MONTH}\\s+${DAY}${TIME}`,
  // lundi 22 avril 2024; 1er avril 2024; Montag, 22. April 2024; 22 de abril de 2024; 22 апреля 2024 г.
  `(?:(?:${DAY_NAMES})\\.?,?\\s+)?(?<d>\\d{1,2})(?:er|\\.|º)?\\s+(?:de\\s+)?(?<name>\\p{L}+),?\\s+(?:del?\\s+)?(?<y>\\d{4})(?:\\s*(?:г|р|r|roku)\\.?)?${TIME}`,
  // 2024年4月22日, 2024년 4월 22일
  `(?<y>\\d{4})[年년]\\s*(?<m>\\d{1,2})[月월]\\s*(?<d>\\d{1,2})[日일]${TIME}`,
  // 22.04.2024, 04/22/2024
  `(?<a>\\d{1,2})(?<sign>[-/.])(?<b>\\d{1,2})\\k<sign>(?<y>\\d{4})${TIME}`,
].map((pattern) => new RegExp(`^${pattern}$`, 'iu'));

type Groups = Readonly<Record<string, string | undefined>>;

/** Day and month of two numbers, only where the day can't be taken for the month. */
const orderNumbers = (a: string, b: string): readonly [month: string, day: string] | null => {
  if (Number(a) > 12 || a === b) return [b, a];
  return Number(b) > 12 ? [a, b] : null;
};

const monthAndDay = ({
  m,
  month,
  name,
  d = '',
  a = '',
  b = '',
}: Groups): readonly [string, string] | null => {
  if (name !== undefined) {
    const number = monthOfName(name);
    return number === null ? null : [String(number), d];
  }
  if (month !== undefined) return [String(MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1), d];
  return m === undefined ? orderNumbers(a, b) : [m, d];
};

const isoZone = (zone: string): string => {
  if (/^(?:z|utc|gmt)$/iu.test(zone)) return 'Z';
  return zone.includes(':') || zone === '' ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
};

/** The time of day after a date, `T` included; empty where it is not a plain one: the day is then used without it. */
const isoTime = (time: string): string => {
  const match = /^(\d{1,2})(:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(z|utc|gmt|[+-]\d{2}:?\d{2}|)$/iu.exec(time);
  if (match === null) return '';
  const [, hour = '', rest = '', zone = ''] = match;
  return `T${hour.padStart(2, '0')}${rest}${isoZone(zone)}`;
};

const readParts = (groups: Groups): StatedDate | null => {
  const found = monthAndDay(groups);
  if (found === null) return null;
  const day = [groups.y ?? '', ...found].map((part) => part.padStart(2, '0')).join('-');
  return checkIso(`${day}${isoTime(groups.time ?? '')}`) ?? checkIso(day);
};

const checkIso = (iso: string): StatedDate | null => statedDateSchema.safeParse(iso).data ?? null;

/**
 * The date or date-time in `raw`, in ISO 8601 and with the precision found; null where it is not a date, not a
 * real day, or can be read in more than one way. An ISO date is kept to the character.
 */
export const readStatedDate = (raw: string): StatedDate | null => {
  const text = raw.trim();
  const asFound = checkIso(text);
  if (asFound !== null) return asFound;
  const match = FORMS.map((form) => form.exec(text)).find((each) => each !== null);
  return match?.groups === undefined ? null : readParts(match.groups);
};
