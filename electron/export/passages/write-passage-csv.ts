/** Passages as a table of comma-separated values (RFC 4180), in UTF-8 without a byte order mark. */
import type { ExportedPassage } from '#domain/memo/passages/exported-passage.ts';
import { OMISSION } from '#domain/memo/verbatim/omission-mark.ts';

type Column = { readonly name: string; readonly of: (passage: ExportedPassage) => string | number | null };

const columns: readonly Column[] = [
  { name: 'id', of: ({ id }) => id },
  { name: 'quote', of: ({ selectors }) => selectors.map(({ quote }) => quote.exact).join(` ${OMISSION} `) },
  { name: 'label', of: ({ label }) => label },
  { name: 'tags', of: ({ tags }) => tags.join('; ') },
  { name: 'speaker', of: ({ speaker }) => speaker },
  { name: 'publication', of: ({ publication }) => publication },
  { name: 'published', of: ({ published }) => published },
  { name: 'grade', of: ({ grade }) => grade },
  { name: 'manner', of: ({ manner }) => manner },
  { name: 'basis', of: ({ basis }) => basis },
  { name: 'paragraph', of: ({ paragraph }) => paragraph },
  { name: 'article', of: ({ articleTitle }) => articleTitle },
  { name: 'articleId', of: ({ articleId }) => articleId },
  { name: 'url', of: ({ url }) => url },
  { name: 'marking', of: ({ marking }) => marking },
  { name: 'attribution', of: ({ attribution }) => attribution },
  { name: 'citation', of: ({ citation }) => citation },
  { name: 'note', of: ({ note }) => note },
  { name: 'created', of: ({ createdAt }) => createdAt },
];

const LINE_END = '\r\n';

/** A spreadsheet takes what begins so for a formula, and some do after white space too. */
const formulaStart = /^[\s]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;

/** An apostrophe before it makes a spreadsheet show it as text; it is the one thing that is added. */
const disarm = (text: string): string => (formulaStart.test(text) ? `'${text}` : text);

const cellOf = (value: string | number | null): string => {
  const text = typeof value === 'number' ? `${value}` : disarm(value ?? '');
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A line with the names of the columns, then a line for each passage. */
export const writePassageCsv = (passages: readonly ExportedPassage[]): string =>
  [
    columns.map(({ name }) => name).join(','),
    ...passages.map((passage) => columns.map(({ of }) => cellOf(of(passage))).join(',')),
  ]
    .map((line) => line + LINE_END)
    .join('');
