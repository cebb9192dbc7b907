import { err, ok, type Result } from '../result.ts';

/**
 * Why a coefficient can't be computed. `no-units`: nothing that both have judged. `no-variance`: every judgement is the
 * same, so that no agreement by chance can be told from agreement. `no-negatives`: what neither has coded can't be
 * counted.
 */
export type WhyNoCoefficient = 'no-units' | 'no-variance' | 'no-negatives';

/** A coefficient, never NaN; or why there is none. */
export type Coefficient = Result<number, WhyNoCoefficient>;

/** What each coder has made of a unit, null where one has not judged it; and how many units are so. */
export type JudgedUnit = { readonly values: readonly (string | null)[]; readonly times: number };

const countValues = (values: readonly (string | null)[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};

const sum = (numbers: Iterable<number>): number => {
  let total = 0;
  for (const each of numbers) total += each;
  return total;
};

/**
 * Krippendorff's alpha for nominal data, of any number of coders, with units that some have not judged:
 * α = 1 − (n − 1) · Σ o_ck / Σ n_c n_k over all c ≠ k. The coincidences o_ck count the pairs of values within each
 * unit, each pair weighed by 1 / (m − 1) where m coders have judged the unit; n_c is how often a value stands in a
 * pair. A unit that fewer than two have judged has no pair.
 *
 * Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section C; Content Analysis (4th ed.
 * 2019), chapter 12. Where one value is given throughout, nothing but agreement could be observed, and α is undefined.
 */
export const krippendorffAlpha = (units: readonly JudgedUnit[]): Coefficient => {
  const totals = new Map<string, number>();
  let disagreeing = 0;
  for (const { values, times } of units) {
    const counts = countValues(values);
    const judged = sum(counts.values());
    if (judged < 2) continue;
    for (const [value, count] of counts) {
      totals.set(value, (totals.get(value) ?? 0) + count * times);
      disagreeing += (count * (judged - count) * times) / (judged - 1);
    }
  }
  const all = sum(totals.values());
  if (all === 0) return err('no-units');
  const expected = sum([...totals.values()].map((count) => count * (all - count)));
  return expected === 0 ? err('no-variance') : ok(1 - ((all - 1) * disagreeing) / expected);
};
