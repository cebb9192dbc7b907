/** How numbers of a sheet are meant: as they are, as a share of a hundred, as days and times, or as how long something took. */
import { localNamed } from '../package/parse-xml.ts';

export type NumberKind = 'number' | 'percent' | 'date' | 'duration';

/** ECMA-376 part 1, 18.8.30: formats that no file writes out. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
const isBuiltInPercent = (id: number): boolean => id === 9 || id === 10;
/** `[h]:mm:ss` */
const BUILT_IN_DURATION = 46;

/** A format code without what it prints as it stands: quoted words, escaped letters, colours and currencies. */
const bareCode = (code: string): string =>
  code
    .split(';', 1)[0]
    ?.replace(/"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]/giu, '')
    .toLowerCase() ?? '';

const kindOfCode = (code: string): NumberKind => {
  const bare = bareCode(code);
  // Hours beyond a day, or minutes beyond an hour, are counted on: that is no time of a day.
  if (/\[(?:h+|m+|s+)\]/u.test(bare)) return 'duration';
  if (/[ymdhs]/u.test(bare.replace('general', ''))) return 'date';
  return bare.includes('%') ? 'percent' : 'number';
};

const kindOfId = (id: number): NumberKind => {
  if (id === BUILT_IN_DURATION) return 'duration';
  if (isBuiltInDate(id)) return 'date';
  return isBuiltInPercent(id) ? 'percent' : 'number';
};

/** The kind of number of each style of cell, by its place in the list that cells name. */
export const readNumberKinds = (styles: Document | null): readonly NumberKind[] => {
  if (styles === null) return [];
  const codes = new Map(
    localNamed(styles, 'numFmt').map((each) => [
      Number(each.getAttribute('numFmtId')),
      each.getAttribute('formatCode') ?? '',
    ]),
  );
  const [formats] = localNamed(styles, 'cellXfs');
  return [...(formats?.children ?? [])].map((format) => {
    const id = Number(format.getAttribute('numFmtId') ?? 0);
    const code = codes.get(id);
    return code === undefined ? kindOfId(id) : kindOfCode(code);
  });
};

const DAY_MS = 86_400_000;
/** Day 0 of the two ways to count: 1900 with a 29 February that never was, and 1904. */
const EPOCHS_MS = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const;
type Epoch = keyof typeof EPOCHS_MS;
/** The 29 February 1900 that never was. Days before it are counted from a day later. */
const NO_DAY = 60;

const startMs = (serial: number, epoch: Epoch): number =>
  EPOCHS_MS[epoch] + (epoch === 1900 && serial < NO_DAY ? DAY_MS : 0);

/** A day, a time of day, or both, in ISO 8601; null for what is none. */
const printDate = (serial: number, epoch: Epoch): string | null => {
  if (epoch === 1900 && Math.floor(serial) === NO_DAY) return null;
  const date = new Date(startMs(serial, epoch) + Math.round((serial * DAY_MS) / 1000) * 1000);
  if (serial < 0 || Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999) return null;
  const [day = '', time = ''] = date.toISOString().slice(0, 19).split('T');
  const clock = time.replace(/:00$/u, '');
  if (serial < 1) return clock;
  return Number.isInteger(serial) ? day : `${day} ${clock}`;
};

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Hours and minutes, and seconds where there are some: "26:30". */
const printDuration = (days: number): string => {
  const seconds = Math.round((Math.abs(days) * DAY_MS) / 1000);
  const clock = `${Math.floor(seconds / 3600)}:${twoDigits(Math.floor(seconds / 60) % 60)}`;
  return `${days < 0 ? '-' : ''}${clock}${seconds % 60 === 0 ? '' : `:${twoDigits(seconds % 60)}`}`;
};

/** A number without the digits that counting in halves leaves behind. */
const printNumber = (value: number): string => String(Number(value.toPrecision(15)));

/** The number `raw` of a cell as it is meant; as it stands in the file where it can't be printed so. */
export const printCellNumber = (raw: string, kind: NumberKind, epoch: Epoch): string => {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  if (kind === 'date') return printDate(value, epoch) ?? raw;
  if (kind === 'duration') return printDuration(value);
  return kind === 'percent' ? `${printNumber(value * 100)} %` : printNumber(value);
};
