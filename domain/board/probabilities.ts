/**
 * Probabilities that analysts give to hypotheses. A set that does not add up to 100 is said to, and stays as it was
 * given. What several give is combined by the coherent approximation principle (CAP): each set is replaced by the
 * coherent one nearest to it by squares, taken as if exactly one of the hypotheses is true, and the mean of these is
 * taken, each analyst weighing the same (Predd, Osherson, Kulkarni & Poor, Decision Analysis 5, 2008; Karvetski, Olson,
 * Mandel & Twardy, Decision Analysis 10, 2013, who also weigh by coherence, which is not done here).
 */
import type { HypothesisId } from '../ids.ts';
import type { Hypothesis, Probability } from './board.ts';

/** What one analyst gives each hypothesis, in their order; null where nothing is given. */
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

/** What a set adds up to, to a hundredth of a per cent. */
export const sumOf = ({ percents }: Pick<WholeSet, 'percents'>): number =>
  Math.round(percents.reduce((sum, percent) => sum + percent, 0) * 100) / 100;

export const addsUp = (set: Pick<WholeSet, 'percents'>): boolean => sumOf(set) === 100;

/**
 * The coherent set nearest to `percents` by squares: the projection onto the simplex (Held, Wolfe & Crowder,
 * Mathematical Programming 6, 1974). Of a set without a negative part each gives up, or gets, the same.
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
