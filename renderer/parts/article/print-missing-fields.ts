import type { ArticleRow } from '#domain/contract/rows.ts';

const fieldNames: Readonly<Record<ArticleRow['missingFields'][number], string>> = {
  title: 'title',
  publisher: 'publisher',
  publishedAt: 'date',
  url: 'URL',
};

const list = new Intl.ListFormat('en-GB');

/** What a citation lacks, as a list in words: "date and URL". */
export const printMissingFields = (missingFields: ArticleRow['missingFields']): string =>
  list.format(missingFields.map((field) => fieldNames[field]));

/** The same as what it has not: "no date and no URL". */
export const printHasNo = (missingFields: ArticleRow['missingFields']): string =>
  list.format(missingFields.map((field) => `no ${fieldNames[field]}`));
