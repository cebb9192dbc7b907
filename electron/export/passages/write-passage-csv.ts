/** Passages as a table of comma-separated values, see printCsv. */
import type { ExportedPassage } from '#domain/memo/passages/exported-passage.ts';
import { OMISSION } from '#domain/memo/verbatim/omission-mark.ts';
import { nameRegion } from '#domain/passage/region/region-selector.ts';
import { printCsv } from '#domain/text/print-csv.ts';

type Column = { readonly name: string; readonly of: (passage: ExportedPassage) => string | number | null };

const columns: readonly Column[] = [
  { name: 'id', of: ({ id }) => id },
  {
    name: 'quote',
    of: ({ target }) =>
      target.kind === 'region' ? '' : target.selectors.map(({ quote }) => quote.exact).join(` ${OMISSION} `),
  },
  { name: 'label', of: ({ labelName }) => labelName },
  { name: 'tags', of: ({ tags }) => tags.join('; ') },
  { name: 'speaker', of: ({ speaker }) => speaker },
  { name: 'publication', of: ({ publication }) => publication },
  { name: 'published', of: ({ published }) => published },
  { name: 'grade', of: ({ grade }) => grade },
  { name: 'manner', of: ({ manner }) => manner },
  { name: 'basis', of: ({ basis }) => basis },
  { name: 'page', of: ({ page }) => page },
  { name: 'paragraph', of: ({ paragraph }) => paragraph },
  { name: 'article', of: ({ articleTitle }) => articleTitle },
  { name: 'articleId', of: ({ articleId }) => articleId },
  { name: 'url', of: ({ url }) => url },
  { name: 'marking', of: ({ marking }) => marking },
  { name: 'attribution', of: ({ attribution }) => attribution },
  { name: 'citation', of: ({ citation }) => citation },
  { name: 'note', of: ({ note }) => note },
  { name: 'created', of: ({ createdAt }) => createdAt },
  { name: 'region', of: ({ target }) => (target.kind === 'region' ? nameRegion(target.selector) : '') },
  { name: 'description', of: ({ description }) => description },
  { name: 'by', of: ({ by }) => by },
  { name: 'version', of: ({ version }) => version },
  { name: 'concerned', of: ({ concerned = [] }) => concerned.join('; ') },
];

/** A line with the names of the columns, then a line for each passage. */
export const writePassageCsv = (passages: readonly ExportedPassage[]): string =>
  printCsv([
    columns.map(({ name }) => name),
    ...passages.map((passage) => columns.map(({ of }) => of(passage))),
  ]);
