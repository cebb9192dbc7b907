import type { ArticleRow } from '#domain/contract/rows.ts';

const fieldNames: Readonly<Record<ArticleRow['lacking'][number], string>> = {
  title: 'title',
  publisher: 'publisher',
  publishedAt: 'date',
  url: 'URL',
};

const list = new Intl.ListFormat('en-GB');

/** What a citation lacks, as a list in words: "date and URL". */
export const printLacking = (lacking: ArticleRow['lacking']): string =>
  list.format(lacking.map((field) => fieldNames[field]));

/** The same as what it has not: "no date and no URL". */
export const printHasNo = (lacking: ArticleRow['lacking']): string =>
  list.format(lacking.map((field) => `no ${fieldNames[field]}`));
