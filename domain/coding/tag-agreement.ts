/** How far two coders agree on one tag, from how many units each of them gave it to. */
import { err, ok } from '../result.ts';
import type { Coefficient } from './coefficient.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';

/** Units by who has given the tag to them. */
export type TagTally = {
  readonly both: number;
  readonly onlyMine: number;
  readonly onlyTheirs: number;
  /** Null where the units are the coded segments themselves: what nobody coded is none. */
  readonly neither: number | null;
};

export type TagAgreement = TagTally & {
  /** The share of units on which both say the same, from 0 to 1. */
  readonly agreement: Coefficient;
  readonly kappa: Coefficient;
  readonly alpha: Coefficient;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/**
 * Cohen's kappa of two coders: κ = (p_o − p_e) / (1 − p_e), with p_o the share of units on which they agree and p_e the
 * share on which they would if each gave out its own categories by chance.
 *
 * Source: J. Cohen, A Coefficient of Agreement for Nominal Scales, Educational and Psychological Measurement 20 (1960)
 * 37–46. Where both give one and the same category to all units, p_e is 1 and κ is undefined.
 *
 * @param table how many units got the category of the row by the one and that of the column by the other; square
 */
export const cohenKappa = (table: readonly (readonly number[])[]): Coefficient => {
  const units = sum(table.map(sum));
  if (units === 0) return err('no-units');
  const columnOf = (at: number): number => sum(table.map((row) => row[at] ?? 0));
  // In whole units, so that what is 1 is 1 to the last bit: p_o and p_e times the square of the units.
  const observed = sum(table.map((row, at) => row[at] ?? 0)) * units;
  const expected = sum(table.map((row, at) => sum(row) * columnOf(at)));
  return expected === units ** 2 ? err('no-variance') : ok((observed - expected) / (units ** 2 - expected));
};

/** The agreement on a tag; without a count of what neither has coded there is no agreement by chance, and so no κ and no α. */
export const tagAgreement = (tally: TagTally): TagAgreement => {
  const { both, onlyMine, onlyTheirs, neither } = tally;
  const units = both + onlyMine + onlyTheirs + (neither ?? 0);
  const agreement: Coefficient = units === 0 ? err('no-units') : ok((both + (neither ?? 0)) / units);
  if (neither === null)
    return { ...tally, agreement, kappa: err('no-negatives'), alpha: err('no-negatives') };
  return {
    ...tally,
    agreement,
    kappa: cohenKappa([
      [both, onlyMine],
      [onlyTheirs, neither],
    ]),
    alpha: krippendorffAlpha([
      { values: ['yes', 'yes'], times: both },
      { values: ['yes', 'no'], times: onlyMine },
      { values: ['no', 'yes'], times: onlyTheirs },
      { values: ['no', 'no'], times: neither },
    ]),
  };
};
