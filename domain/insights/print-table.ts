/** A chart as a file for a spreadsheet: its numbers, what is left out, and the search. */
import type { LabelSet } from '../passage/label.ts';
import { printCsv } from '../text/print-csv.ts';
import { printGrade } from '../tradecraft/grade.ts';
import type { ContradictionGraph } from './contradictions.ts';
import type { InsightTable } from './insight-table.ts';

/** The origin of a table: its title, the search, and the day. */
export type PrintedAbout = { readonly title: string; readonly search: string; readonly day: string };

const head = ({ title, search, day }: PrintedAbout) => [
  ['chart', title],
  ['search', search],
  ['as of', day],
];

/** A line for each row with a number for each column, then passages in no row, and the total. */
export const printInsightTable = (table: InsightTable, about: PrintedAbout): string => {
  const { rows, columns, cells, leftOut } = table;
  const hasDetail = rows.some(({ detail }) => detail !== null);
  const detailOf = (detail: string | null) => (hasDetail ? [detail] : []);
  const none = columns.map(() => null);
  return printCsv([
    ...head(about),
    [],
    [table.rowName, ...(hasDetail ? ['detail'] : []), ...columns.map(({ name }) => name), 'all'],
    ...rows.map(({ name, detail, count }, at) => [name, ...detailOf(detail), ...(cells[at] ?? []), count]),
    ...leftOut.map(({ says, count }) => [`not in the rows: ${says}`, ...detailOf(null), ...none, count]),
    ['all, each once', ...detailOf(null), ...columns.map(({ count }) => count), table.count],
  ]);
};

/** A line for each relation, with both passages. */
export const printLinks = (
  { passages, links }: ContradictionGraph,
  about: PrintedAbout,
  labels: LabelSet,
): string => {
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  const cells = (id: (typeof passages)[number]['id']) => {
    const passage = byId.get(id);
    if (passage === undefined) return [id, null, null, null, null, null];
    const { label, grade, speaker, publication, quote } = passage;
    return [id, labels.of(label).name, printGrade(grade), speaker, publication, quote];
  };
  const names = ['id', 'label', 'grade', 'speaker', 'publication', 'quote'];
  return printCsv([
    ...head(about),
    [],
    [
      ...names.map((name) => `from ${name}`),
      'relation',
      ...names.map((name) => `to ${name}`),
      'memos that cite both',
    ],
    ...links.map(({ from, to, type, citedIn }) => [...cells(from), type, ...cells(to), citedIn.join('; ')]),
  ]);
};
