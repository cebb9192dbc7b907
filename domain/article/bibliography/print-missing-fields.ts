import type { missingForCitation } from './bibliography.ts';

type MissingFields = ReturnType<typeof missingForCitation>;

const fieldNames: Readonly<Record<MissingFields[number], string>> = {
  title: 'title',
  publisher: 'publisher',
  publishedAt: 'date',
  url: 'URL',
};

const list = new Intl.ListFormat('en-GB');

/** What a citation lacks, as a list in words: "date and URL". */
export const printMissingFields = (missingFields: MissingFields): string =>
  list.format(missingFields.map((field) => fieldNames[field]));

/** The same as what it has not: "no date and no URL". */
export const printHasNo = (missingFields: MissingFields): string =>
  list.format(missingFields.map((field) => `no ${fieldNames[field]}`));
