/**
 * The values that exports write in many ways, as Precis keeps them; what does not fit is not known, and never made up.
 */
import { bibliographySchema } from '../../article/bibliography/bibliography.ts';
import { parseDoi } from '../../article/bibliography/doi.ts';
import { readStatedDate } from '../../dates/read-stated-date.ts';
import { type StatedDate, type Timestamp, toTimestamp } from '../../time.ts';

const MAX_NAME = 1_000;

/** A string on one line; null for nothing, and for what is no string. */
export const readName = (value: unknown): string | null => {
  if (typeof value !== 'string') return null;
  const line = value.replace(/\s+/gu, ' ').trim().slice(0, MAX_NAME).trim();
  return line === '' ? null : line;
};

/** A bare DOI; null for anything else. */
export const readDoi = (value: unknown): string | null => {
  const written = readName(value);
  return written === null ? null : parseDoi(written);
};

/** A text of several lines; null for nothing but white space, and for what is no string. */
export const readLines = (value: unknown): string | null => {
  if (typeof value !== 'string') return null;
  const text = value.replace(/\r\n?/gu, '\n').trim();
  return text === '' ? null : text;
};

/** An address of the web; null for any other. */
export const readUrl = (value: unknown): string | null =>
  bibliographySchema.shape.url.safeParse(readName(value)).data ?? null;

/** A date as it is stated: see readStatedDate. */
export const readDate = (value: unknown): StatedDate | null => {
  const text = readName(value);
  return text === null ? null : readStatedDate(text);
};

/** A language (BCP 47); "en_US" is written "en-US". Null for anything else. */
export const readLanguage = (value: unknown): string | null => {
  const text = readName(value)?.replaceAll('_', '-') ?? '';
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(text) ? text : null;
};

/** An instant: ISO 8601, or seconds since the epoch. A time without a zone is taken for UTC. */
export const readInstant = (value: unknown): Timestamp | null => {
  const text = typeof value === 'number' ? String(value) : (readName(value) ?? '');
  if (/^\d{9,11}$/u.test(text)) return toTimestamp(Number(text) * 1000);
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/u.test(text)) return null;
  const hasZone = /(?:z|[+-]\d{2}:?\d{2})$/iu.test(text);
  const epochMs = Date.parse(hasZone ? text.replace(' ', 'T') : `${text.replace(' ', 'T')}Z`);
  return Number.isNaN(epochMs) ? null : toTimestamp(epochMs);
};

const hasWords = (tag: string | null): tag is string => tag !== null;

/** Names of tags, each once; those of a cell are parted by `separator`. */
export const readTags = (value: unknown, separator?: string | RegExp): string[] => {
  const parts = typeof value === 'string' && separator !== undefined ? value.split(separator) : value;
  if (!Array.isArray(parts)) return [];
  return [...new Set(parts.map((part) => readName(part)).filter(hasWords))];
};
