import type { ArticleRow } from '#domain/contract/rows.ts';

const fieldNames: Readonly<Record<ArticleRow['lacking'][number], string>> = {
  title: 'title',
  publisher: 'publisher',
  publishedAt: 'date',
  url: 'URL',
};

/** What a citation lacks, as a list in words: "date and URL". */
export const printLacking = (lacking: ArticleRow['lacking']): string =>
  new Intl.ListFormat('en-GB').format(lacking.map((field) => fieldNames[field]));
