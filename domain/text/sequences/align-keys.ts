import { alignSequences } from './align-sequences.ts';

/** For each of `old` its index in `fresh`, in order; -1 where it has none. Items with the same key are equal. */
export const alignKeys = (old: readonly string[], fresh: readonly string[]): Int32Array => {
  const numbers = new Map<string, number>();
  const number = (key: string): number => {
    const known = numbers.get(key) ?? numbers.size;
    numbers.set(key, known);
    return known;
  };
  return alignSequences(Int32Array.from(old, number), Int32Array.from(fresh, number));
};

/** From and to, excluded, in either sequence. */
type Gap = {
  readonly from: number;
  readonly to: number;
  readonly freshFrom: number;
  readonly freshTo: number;
};

/** The unaligned items between aligned ones. */
export const gapsOf = (matched: Int32Array, freshLength: number): readonly Gap[] => {
  const gaps: Gap[] = [];
  let from = 0;
  let freshFrom = 0;
  for (let at = 0; at <= matched.length; at += 1) {
    const there = at === matched.length ? freshLength : (matched[at] ?? -1);
    if (there === -1) continue;
    if (at > from || there > freshFrom) gaps.push({ from, to: at, freshFrom, freshTo: there });
    from = at + 1;
    freshFrom = there + 1;
  }
  return gaps;
};
