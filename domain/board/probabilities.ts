/**
 * Probabilities that analysts give to hypotheses. A set that does not add up to 100 is marked, and stays as given.
 * Several sets are combined by the coherent approximation principle (CAP): each set is replaced by the nearest coherent
 * one (least squares, assuming that exactly one of the hypotheses is true), and their mean is taken with equal weights
 * (Predd, Osherson, Kulkarni & Poor, Decision Analysis 5, 2008; Karvetski, Olson, Mandel & Twardy, Decision Analysis
 * 10, 2013, who also weight by coherence, which is not done here).
 */
import type { HypothesisId } from '../ids.ts';
import type { Hypothesis, Probability } from './board.ts';

/** One analyst's probabilities of the hypotheses, in their order; null for a missing one. */
export type ProbabilitySet = {
  readonly analyst: string;
  readonly percents: readonly (number | null)[];
};

export type WholeSet = { readonly analyst: string; readonly percents: readonly number[] };

/** The sets of all who have given anything, by name. */
export const probabilitySets = (
  hypotheses: readonly Pick<Hypothesis, 'id'>[],
  probabilities: readonly Pick<Probability, 'hypothesisId' | 'analyst' | 'percent'>[],
): readonly ProbabilitySet[] => {
  const known = new Set<HypothesisId>(hypotheses.map(({ id }) => id));
  const given = probabilities.filter(({ hypothesisId }) => known.has(hypothesisId));
  return [...new Set(given.map(({ analyst }) => analyst))].toSorted().map((analyst) => ({
    analyst,
    percents: hypotheses.map(
      ({ id }) => given.find((each) => each.analyst === analyst && each.hypothesisId === id)?.percent ?? null,
    ),
  }));
};

export const isWhole = (set: ProbabilitySet): set is WholeSet =>
  set.percents.length > 0 && set.percents.every((percent) => percent !== null);

/** The sum of a set, rounded to a hundredth of a per cent. */
export const sumOf = ({ percents }: Pick<WholeSet, 'percents'>): number =>
  Math.round(percents.reduce((sum, percent) => sum + percent, 0) * 100) / 100;

export const addsUp = (set: Pick<WholeSet, 'percents'>): boolean => sumOf(set) === 100;

/**
 * The coherent set nearest to `percents` by least squares: the projection onto the simplex (Held, Wolfe & Crowder,
 * Mathematical Programming 6, 1974). In a set without a negative part every probability changes by the same amount.
 */
export const makeCoherent = (percents: readonly number[]): readonly number[] => {
  const falling = percents.toSorted((a, b) => b - a);
  let [sum, excess] = [0, 0];
  for (const [at, percent] of falling.entries()) {
    sum += percent;
    const next = (sum - 100) / (at + 1);
    if (percent - next > 0) excess = next;
  }
  return percents.map((percent) => Math.max(0, percent - excess));
};

/** The mean of the coherent sets; null of fewer than two analysts. */
export const combine = (sets: readonly WholeSet[]): readonly number[] | null => {
  if (sets.length < 2) return null;
  const coherent = sets.map((set) => (addsUp(set) ? set.percents : makeCoherent(set.percents)));
  const [first = []] = coherent;
  return first.map((_, at) => coherent.reduce((sum, set) => sum + (set[at] ?? 0), 0) / coherent.length);
};

/** To a tenth, without a needless zero: "26.7", "30". */
export const printPercent = (percent: number): string => String(Math.round(percent * 10) / 10);
