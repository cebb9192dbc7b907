import type { ChartQuestion } from '#domain/insights/chart-question.ts';
import { type CrossCount, createCrossCount } from '#domain/insights/cross-count.ts';
import {
  clause,
  type InsightLine,
  type InsightTable,
  insightLine,
  notClause,
} from '#domain/insights/insight-table.ts';
import { remembering } from '#domain/remembering.ts';
import { sourceKindNames, sourceKinds } from '#domain/source/source.ts';
import { credibilities, credibilityTable } from '#domain/tradecraft/credibility.ts';
import { reliabilities, reliabilityTable } from '#domain/tradecraft/reliability.ts';
import { resolveRecord } from '#domain/tree/record-tree.ts';
import type { CatalogueState, PassageEntry, Voice } from '../../catalogue-state.ts';
import type { Found } from '../found.ts';
import { byOrigin } from '../origin-lines.ts';
import { cellsOf, NONE } from '../shared-lines.ts';

type RowsBy = Extract<ChartQuestion, { readonly kind: 'sources' }>['rows'];

const MOST_ORIGINS = 10;

const credibilityColumns = (counts: CrossCount): readonly InsightLine[] => [
  ...credibilities.map((digit) =>
    insightLine({
      id: `${digit}`,
      name: `${digit} ${credibilityTable[digit].wording}`,
      tick: `${digit}`,
      isUnknown: digit === 6,
      clauses: [clause('credibility', `${digit}`)],
      count: counts.column(`${digit}`),
    }),
  ),
  insightLine({
    id: NONE,
    name: 'No credibility',
    tick: 'none',
    isUnknown: true,
    clauses: [notClause('credibility', '1..5', '6')],
    count: counts.column(NONE),
  }),
];

type Rows = {
  /** The rows that count a passage. */
  readonly of: (entry: PassageEntry) => readonly string[];
  readonly lines: (counts: CrossCount) => readonly InsightLine[];
};

const byIndependentOrigin = (state: CatalogueState, found: Found): Rows => {
  const { idsOf, lines } = byOrigin(state, found, MOST_ORIGINS);
  return { of: ({ voice }) => idsOf(voice), lines: (counts) => lines(counts.row) };
};

const byKind = ({ sources }: CatalogueState): Rows => {
  const kindOf = remembering(({ speakerId, publicationId }: Voice): readonly string[] => [
    (resolveRecord(sources, speakerId) ?? resolveRecord(sources, publicationId))?.kind ?? NONE,
  ]);
  return {
    of: ({ voice }) => kindOf(voice),
    lines: (counts) =>
      [
        ...sourceKinds.map((kind) =>
          insightLine({
            id: kind,
            name: sourceKindNames[kind],
            clauses: [clause('kind', kind)],
            count: counts.row(kind),
          }),
        ),
        insightLine({
          id: NONE,
          name: 'No source set',
          isUnknown: true,
          clauses: [notClause('kind', ...sourceKinds)],
          count: counts.row(NONE),
        }),
      ].filter(({ count }) => count > 0),
  };
};

const byReliability = (): Rows => ({
  of: ({ grade }) => [grade.reliability ?? NONE],
  lines: (counts) => [
    ...reliabilities.map((letter) =>
      insightLine({
        id: letter,
        name: `${letter} ${reliabilityTable[letter].wording}`,
        isUnknown: letter === 'F',
        clauses: [clause('reliability', letter)],
        count: counts.row(letter),
      }),
    ),
    insightLine({
      id: NONE,
      name: 'No reliability',
      isUnknown: true,
      clauses: [notClause('reliability', 'A..E', 'F')],
      count: counts.row(NONE),
    }),
  ],
});

const rowsBy: Readonly<Record<RowsBy, (state: CatalogueState, found: Found) => Rows>> = {
  origin: byIndependentOrigin,
  kind: byKind,
  reliability: byReliability,
};
const rowNames: Readonly<Record<RowsBy, string>> = {
  origin: 'Independent origin',
  kind: 'Kind of source',
  reliability: 'Reliability when graded',
};

/** The sources of the passages, by the two axes of the grade, which are never combined. */
export const sourcesTable = (state: CatalogueState, found: Found, rows: RowsBy): InsightTable => {
  const { of, lines } = rowsBy[rows](state, found);
  const counts = createCrossCount();
  for (const { entry } of found.hits) counts.add(of(entry), [`${entry.grade.credibility ?? NONE}`], 1);
  const [shown, columns] = [lines(counts), credibilityColumns(counts)];
  return {
    rowName: rowNames[rows],
    columnName: 'Credibility',
    rows: shown,
    columns,
    cells: cellsOf(counts, shown, columns),
    clauses: [],
    count: found.hits.length,
    leftOut: [],
  };
};
