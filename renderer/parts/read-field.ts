import { type Bibliography, bibliographySchema } from '#domain/article/bibliography/bibliography.ts';
import { parseDoi } from '#domain/article/bibliography/doi.ts';
import { readStatedDate } from '#domain/dates/read-stated-date.ts';
import { err, ok, type Result } from '#domain/result.ts';

/** The fields of a bibliography that are typed. */
export const typedFields = [
  'title',
  'publisher',
  'byline',
  'publishedAt',
  'url',
  'doi',
  'accessedAt',
  'language',
] as const;
export type TypedField = (typeof typedFields)[number];

export const fieldNames: Readonly<Record<TypedField, string>> = {
  title: 'Title',
  publisher: 'Publication',
  byline: 'Author',
  publishedAt: 'Date',
  url: 'URL',
  doi: 'DOI',
  accessedAt: 'Accessed',
  language: 'Language',
};

const problems: Readonly<Record<TypedField, string>> = {
  title: 'Enter a title.',
  publisher: 'Enter the name of the publication.',
  byline: 'Enter the authors as printed.',
  publishedAt: 'Enter a date such as 2024-04-22 or 22 April 2024.',
  url: 'Enter the full address, with https://',
  doi: 'Enter a DOI such as 10.1000/182 or https://doi.org/10.1000/182',
  accessedAt: 'Enter a date such as 2024-04-22 or 22 April 2024.',
  language: 'Enter a language code, such as en or de-CH.',
};

const isDay = (field: TypedField): boolean => field === 'publishedAt' || field === 'accessedAt';

/** A date or a DOI can be typed in several ways, and is stored in one. */
const asKept = (field: TypedField, text: string): string => {
  if (isDay(field)) return readStatedDate(text) ?? text;
  return field === 'doi' ? (parseDoi(text) ?? text) : text;
};

/** The typed text as the bibliography stores it; else what to enter instead. Empty text becomes null. */
export const readField = (field: TypedField, typed: string): Result<Partial<Bibliography>, string> => {
  const text = typed.trim();
  const value = text === '' ? null : asKept(field, text);
  const parsed = bibliographySchema.pick({ [field]: true } as { [F in TypedField]: true }).safeParse({
    [field]: value,
  });
  return parsed.success ? ok(parsed.data) : err(problems[field]);
};

/** A certainty that fits whether there is a date: a typed date is at least inferred. */
export const certaintyFor = (
  { publishedAt }: Pick<Bibliography, 'publishedAt'>,
  certainty: Bibliography['dateCertainty'],
): Bibliography['dateCertainty'] => {
  if (publishedAt === null) return 'unknown';
  return certainty === 'unknown' ? 'stated' : certainty;
};
