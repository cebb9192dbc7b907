import { err, ok } from '../../result.ts';
import type { Coefficient } from './coefficient.ts';

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
