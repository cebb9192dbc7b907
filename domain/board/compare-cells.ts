/**
 * Compares the cells of a board. Diagnosticity is computed for each row only: how far apart the expectations of one
 * analyst are. The only result across rows is which hypotheses no row distinguishes; there is no sum.
 */
import type { Grade } from '../tradecraft/grade.ts';
import { type Cell, type Expectation, type Hypothesis, inPlace } from './board.ts';

type Filled = Pick<Cell, 'hypothesisId' | 'analyst' | 'expected'>;

const stepsOf = (cells: readonly Pick<Filled, 'expected'>[]): readonly number[] =>
  cells.flatMap(({ expected }) => (expected === 'none' ? [] : [expected]));

/** How many steps apart one analyst's cells in a row are, from 0 to 4; null if fewer than two are on the scale. */
export const stepsApart = (cells: readonly Pick<Filled, 'expected'>[]): number | null => {
  const steps = stepsOf(cells);
  return steps.length < 2 ? null : Math.max(...steps) - Math.min(...steps);
};

/** The same of several analysts: the most that any one of them sees. */
export const mostStepsApart = (cells: readonly Filled[]): number | null => {
  const analysts = [...new Set(cells.map(({ analyst }) => analyst))];
  const all = analysts.flatMap((name) => stepsApart(cells.filter(({ analyst }) => analyst === name)) ?? []);
  return all.length === 0 ? null : Math.max(...all);
};

/** How many steps apart the analysts are in one cell; null if fewer than two are on the scale. */
export const stepsBetweenAnalysts = (cells: readonly Pick<Filled, 'expected'>[]): number | null =>
  stepsApart(cells);

/** The largest distance between analysts in the cells of one row. */
export const mostStepsBetween = (cells: readonly Filled[]): number | null => {
  const columns = [...new Set(cells.map(({ hypothesisId }) => hypothesisId))];
  const all = columns.flatMap(
    (id) => stepsBetweenAnalysts(cells.filter(({ hypothesisId }) => hypothesisId === id)) ?? [],
  );
  return all.length === 0 ? null : Math.max(...all);
};

/**
 * The pairs of hypotheses that no row distinguishes: wherever one analyst has filled both, both cells are the same, and
 * somebody has filled both somewhere.
 */
export const notToldApart = <H extends Pick<Hypothesis, 'id'>>(
  hypotheses: readonly H[],
  rows: readonly (readonly Filled[])[],
): readonly (readonly [H, H])[] =>
  hypotheses.flatMap((one, at) =>
    hypotheses.slice(at + 1).flatMap((other) => {
      const pairs = rows.flatMap((cells) => pairsIn(cells, one.id, other.id));
      return pairs.length > 0 && pairs.every(([a, b]) => a === b) ? [[one, other] as const] : [];
    }),
  );

const pairsIn = (
  cells: readonly Filled[],
  one: string,
  other: string,
): readonly [Expectation, Expectation][] =>
  cells
    .filter(({ hypothesisId }) => hypothesisId === one)
    .flatMap((first) =>
      cells
        .filter(({ hypothesisId, analyst }) => hypothesisId === other && analyst === first.analyst)
        .map((second): [Expectation, Expectation] => [first.expected, second.expected]),
    );

export const rowOrders = ['place', 'apart', 'differ', 'grade', 'newest', 'oldest'] as const;
export type RowOrder = (typeof rowOrders)[number];

export const rowOrderNames: Readonly<Record<RowOrder, string>> = {
  place: 'As arranged',
  apart: 'Most steps apart',
  differ: 'Analysts differ most',
  grade: 'Grade',
  newest: 'Newest',
  oldest: 'Oldest',
};

/** What rows are sorted by. */
export type Sortable = {
  readonly id: string;
  readonly place: number;
  readonly cells: readonly Filled[];
  /** As the passage is graded now, or was when it was put on. */
  readonly grade: Grade;
  /** ISO 8601, as far as known; null without a date. */
  readonly date: string | null;
};

/** F and 6 mean that it can't be judged, not a bad grade: they come after all grades, and before missing ones. */
const letters = ['A', 'B', 'C', 'D', 'E', 'F', null] as const;
const placeOfGrade = ({ reliability, credibility }: Grade): readonly [number, number] => [
  letters.indexOf(reliability),
  credibility ?? 7,
];

const byNumber = (a: number | null, b: number | null): number => (b ?? -1) - (a ?? -1);
const byGrade = ({ grade: a }: Sortable, { grade: b }: Sortable): number => {
  const [[letterA, digitA], [letterB, digitB]] = [placeOfGrade(a), placeOfGrade(b)];
  return letterA - letterB || digitA - digitB;
};
/** Rows without a date come last in either order. */
const byDate =
  (sign: 1 | -1) =>
  ({ date: a }: Sortable, { date: b }: Sortable): number => {
    if (a === b) return 0;
    if (a === null || b === null) return a === null ? 1 : -1;
    return a < b ? -sign : sign;
  };

const compare: Readonly<Record<RowOrder, (a: Sortable, b: Sortable) => number>> = {
  place: () => 0,
  apart: (a, b) => byNumber(mostStepsApart(a.cells), mostStepsApart(b.cells)),
  differ: (a, b) => byNumber(mostStepsBetween(a.cells), mostStepsBetween(b.cells)),
  grade: byGrade,
  newest: byDate(-1),
  oldest: byDate(1),
};

/** The rows in that order; those that are alike in it as they were arranged. The letter goes before the digit. */
export const sortRows = <T extends Sortable>(rows: readonly T[], order: RowOrder): readonly T[] =>
  inPlace(rows).toSorted(compare[order]);
