import type { SortDescriptor } from 'react-aria-components';
import type { PassageRow } from '#domain/contract/rows.ts';
import { labels } from '#domain/passage/label.ts';
import type { Grade } from '#domain/tradecraft/grade.ts';

/** The columns by which the table sorts. */
export const sortColumns = [
  'quote',
  'label',
  'speaker',
  'grade',
  'paragraph',
  'publishedAt',
  'createdAt',
  'relationCount',
  'openTaskCount',
  'citedIn',
] as const;
export type SortColumn = (typeof sortColumns)[number];

/** F and 6 mean unknown, not worst: they stand apart, between what is graded and what is not. */
const UNKNOWN = 8;
const MISSING = 9;

const credibilityRank = ({ credibility }: Grade): number => {
  if (credibility === null) return MISSING;
  return credibility === 6 ? UNKNOWN : credibility;
};
const reliabilityRank = ({ reliability }: Grade): number => {
  if (reliability === null) return MISSING;
  return reliability === 'F' ? UNKNOWN : 'ABCDE'.indexOf(reliability);
};

/** The axes are never combined: the digit sorts, and among equals the letter. */
const compareGrades = (a: Grade, b: Grade): number =>
  credibilityRank(a) - credibilityRank(b) || reliabilityRank(a) - reliabilityRank(b);

const byText =
  (textOf: (row: PassageRow) => string | null) =>
  (a: PassageRow, b: PassageRow): number =>
    (textOf(a) ?? '').localeCompare(textOf(b) ?? '', 'en');
const byNumber =
  (numberOf: (row: PassageRow) => number) =>
  (a: PassageRow, b: PassageRow): number =>
    numberOf(a) - numberOf(b);

const comparisons: Readonly<Record<SortColumn, (a: PassageRow, b: PassageRow) => number>> = {
  quote: byText(({ quote }) => quote),
  label: byNumber(({ label }) => labels.indexOf(label)),
  speaker: byText(({ speaker, publication }) => speaker?.name ?? publication?.name ?? null),
  grade: (a, b) => compareGrades(a.grade, b.grade),
  paragraph: byNumber(({ paragraph }) => paragraph ?? 0),
  publishedAt: byText(({ publishedAt }) => publishedAt),
  createdAt: byText(({ createdAt }) => createdAt),
  relationCount: byNumber(({ relationCount }) => relationCount),
  openTaskCount: byNumber(({ openTaskCount }) => openTaskCount),
  citedIn: byNumber(({ citedIn }) => citedIn.length),
};

const isSortColumn = (column: unknown): column is SortColumn => sortColumns.some((known) => known === column);

/** The rows in the order of the table's header. Equal ones keep the order in which they came. */
export const sortPassages = (rows: readonly PassageRow[], sort: SortDescriptor): readonly PassageRow[] => {
  const compare = isSortColumn(sort.column) ? comparisons[sort.column] : comparisons.createdAt;
  return rows.toSorted((a, b) => (sort.direction === 'descending' ? compare(b, a) : compare(a, b)));
};
