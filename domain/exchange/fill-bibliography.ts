import type { Bibliography } from '../article/bibliography/bibliography.ts';
import { addressOf, doiOf } from '../article/bibliography/doi.ts';
import type { BroughtAbout } from './brought.ts';

const fields = ['title', 'byline', 'publisher', 'publishedAt', 'url', 'doi', 'language'] as const;
export type FilledField = (typeof fields)[number];

/** The fields that a bibliography lacks and an export knows. What is known already is never replaced. */
export const missingFrom = (
  bibliography: Bibliography,
  about: BroughtAbout,
): Partial<Pick<Bibliography, FilledField | 'dateCertainty'>> => {
  const known = { ...about, url: addressOf(about) };
  const stated = { ...bibliography, doi: doiOf(bibliography) };
  const filled = fields.filter((field) => stated[field] === null && known[field] !== null);
  return {
    ...Object.fromEntries(filled.map((field) => [field, known[field]])),
    ...(filled.includes('publishedAt') ? { dateCertainty: 'stated' as const } : {}),
  };
};

/** The names of the fields that are filled, for a reader. */
export const filledFields = (bibliography: Bibliography, about: BroughtAbout): readonly FilledField[] => {
  const filled = missingFrom(bibliography, about);
  return fields.filter((field) => field in filled);
};

const names: Readonly<Record<FilledField, string>> = {
  title: 'title',
  byline: 'author',
  publisher: 'publisher',
  publishedAt: 'date',
  url: 'address',
  doi: 'DOI',
  language: 'language',
};

const list = new Intl.ListFormat('en-GB');

/** What is filled, within a sentence: "author, publisher and date". */
export const sayFilled = (filled: readonly FilledField[]): string =>
  list.format(filled.map((field) => names[field]));
