import type { missingForCitation } from './bibliography.ts';

type MissingFields = ReturnType<typeof missingForCitation>;

/** A field without which a citation is incomplete. */
export type CitationField = MissingFields[number];

const fieldNames: Readonly<Record<CitationField, string>> = {
  title: 'title',
  publisher: 'publication',
  publishedAt: 'date',
  url: 'URL',
};

const list = new Intl.ListFormat('en-GB');

/** What the field is called within a sentence. */
export const printMissingField = (field: CitationField): string => fieldNames[field];

/** The missing fields of a citation, as a list in words: "date and URL". */
export const printMissingFields = (missingFields: MissingFields): string =>
  list.format(missingFields.map((field) => fieldNames[field]));

/** The same as what it has not: "no date and no URL". */
export const printHasNo = (missingFields: MissingFields): string =>
  list.format(missingFields.map((field) => `no ${fieldNames[field]}`));
