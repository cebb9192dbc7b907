/** What the benches make of what they have measured. */

/** The value below which `share` of the values lie. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new Error('Nothing was measured.');
  return value;
};

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** Prints whether the value meets its target, and answers it. */
export const meets = (what: string, value: number, atMost: number, unit: string): boolean => {
  const isMet = value <= atMost;
  console.log(
    `  ${what.padEnd(56)}${value.toFixed(2)} ${unit} (at most ${atMost})  ${isMet ? 'met' : 'NOT MET'}`,
  );
  return isMet;
};
