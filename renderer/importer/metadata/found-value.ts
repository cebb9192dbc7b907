import type { FoundField, FoundIn, FoundMetadata } from '#domain/article/article.ts';
import { articleTypes } from '#domain/article/bibliography/bibliography.ts';
import { parseDoi } from '#domain/article/bibliography/doi.ts';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { readStatedDate } from '#domain/dates/read-stated-date.ts';
import { bodyFromDom } from '../body/body-from-dom.ts';

/** A value of a page and its place, not yet validated. */
export type Candidate = { readonly raw: string; readonly foundIn: FoundIn };

/** Every candidate for each field, the best first. */
export type Candidates = { readonly [Field in FoundField]?: readonly Candidate[] };

/** Longer than any title, name or address; longer values are something else. */
const MAX_LENGTH = 1000;

const asOneLine = (raw: string): string =>
  raw
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();

const readName = (raw: string): string | null => {
  const name = asOneLine(raw);
  return name === '' || name.length > MAX_LENGTH ? null : name;
};

/** An account or a profile address is not a name. */
const isAddressOrHandle = (name: string): boolean => /^(?:https?:\/\/|www\.|@)/i.test(name);

const readPublisher = (raw: string): string | null => {
  const name = readName(raw);
  return name === null || isAddressOrHandle(name) ? null : name;
};

const readByline = (raw: string): string | null =>
  readPublisher(raw.replace(/^\s*(?:(?:written|reported|story)\s+)?by[:\s]\s*/i, ''));

const readAddress = (raw: string): string | null => {
  const address = raw.trim();
  return /^https?:\/\/[^\s/]/i.test(address) && address.length <= 2 * MAX_LENGTH && URL.canParse(address)
    ? address
    : null;
};

const readLanguage = (raw: string): string | null => {
  try {
    const [tag] = Intl.getCanonicalLocales(
      raw
        .trim()
        .replace(/\.[\w-]*$/, '')
        .replaceAll('_', '-'),
    );
    return tag === undefined || tag.length > 35 || /^(?:und|mul|zxx)\b/.test(tag) ? null : tag;
  } catch {
    // Not a language tag; pages put anything here.
    return null;
  }
};

/** A type was determined by our own reader; other values are invalid. */
const readArticleType = (raw: string): string | null => articleTypes.find((type) => type === raw) ?? null;

/** Only the day, in the time zone of the statement. */
const readDay = (raw: string): string | null => readStatedDate(raw)?.slice(0, 10) ?? null;

const readers: { readonly [Field in FoundField]: (raw: string) => string | null } = {
  type: readArticleType,
  title: readName,
  byline: readByline,
  publisher: readPublisher,
  publishedAt: readStatedDate,
  url: readAddress,
  doi: parseDoi,
  accessedAt: readDay,
  language: readLanguage,
};

const firstUsable = (field: FoundField, candidates: readonly Candidate[] = []) => {
  for (const { raw, foundIn } of candidates) {
    const value = readers[field](raw);
    if (value !== null) return { value, foundIn };
  }
  return null;
};

/** The first valid candidate for each field; a field without one is left out. */
export const chooseFound = (candidates: Candidates): FoundMetadata => {
  const fields = Object.keys(readers) as FoundField[];
  return Object.fromEntries(
    fields.flatMap((field) => {
      const found = firstUsable(field, candidates[field]);
      return found === null ? [] : [[field, found]];
    }),
  );
};

/** A list of authors up to this length is kept whole; papers with a hundred authors are cited by the first ones. */
const MAX_LIST_LENGTH = 900;
const SEPARATOR = ', ';

/** The names as a byline, in order; "et al." if there are too many. */
export const listNames = (names: readonly string[]): string => {
  const whole = names.join(SEPARATOR);
  if (whole.length <= MAX_LIST_LENGTH || names.length < 2) return whole;
  const kept: string[] = [];
  let length = 0;
  for (const name of names) {
    length += name.length + (kept.length === 0 ? 0 : SEPARATOR.length);
    if (kept.length > 0 && length > MAX_LIST_LENGTH) break;
    kept.push(name);
  }
  return `${kept.join(SEPARATOR)} et al.`;
};

/** The text of `element` as a browser shows it, on one line and without pictures. */
export const shownText = (element: Element): string => {
  const body = bodyFromDom(element);
  if (body === null) return '';
  return canonicalText(body).replaceAll('\uFFFC', ' ').replace(/\s+/gu, ' ').trim();
};
