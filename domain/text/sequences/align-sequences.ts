/**
 * Aligns two sequences of words, given as numbers: first the equal beginnings and ends, then runs of words that
 * occur once in each, then single words that do; the small rest between them is passed to Myers' algorithm, whose
 * cost grows with the square of the difference and is capped for that reason.
 */
import { lcs } from 'fast-myers-diff';
import { longestInOrder, type Pair, type Span, uniquePairs } from './unique-pairs.ts';

/** Words on one side times words on the other that Myers' algorithm is given at once: some ten milliseconds. */
const MAX_CELLS = 250_000;
type Sides = { readonly old: Int32Array; readonly fresh: Int32Array };
/** For each word, a number for the run of four that begins with it: long enough to be rare, short enough to survive. */
type Runs = Sides;
type Gap = { readonly old: Span; readonly fresh: Span };

/** Numbers for pairs of numbers, the same for the same pair; both are below 2^26. */
const createPairing = (): ((a: number, b: number) => number) => {
  const numbers = new Map<number, number>();
  return (a, b) => {
    const key = a * 2 ** 26 + b;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
};

/** Runs are numbered by doubling: a run of four is a pair of pairs. One that the end cuts short equals no other. */
const numberRuns = ({ old, fresh }: Sides): Runs => {
  const pairs = createPairing();
  const runs = createPairing();
  let alone = -2;
  const number = (words: Int32Array): Int32Array => {
    const inPairs = words.map((word, at) => pairs(word, words[at + 1] ?? word));
    return inPairs.map((pair, at) => (at + 3 < words.length ? runs(pair, inPairs[at + 2] ?? pair) : alone--));
  };
  return { old: number(old), fresh: number(fresh) };
};

const sizeOf = ({ from, to }: Span): number => to - from;

/** Pairs the equal beginning and end of the gap's two sides; returns the rest. */
const pairEnds = ({ old, fresh }: Sides, gap: Gap, matched: Int32Array): Gap => {
  let { from, to } = gap.old;
  let { from: freshFrom, to: freshTo } = gap.fresh;
  while (from < to && freshFrom < freshTo && old[from] === fresh[freshFrom]) {
    matched[from] = freshFrom;
    from += 1;
    freshFrom += 1;
  }
  while (from < to && freshFrom < freshTo && old[to - 1] === fresh[freshTo - 1]) {
    to -= 1;
    freshTo -= 1;
    matched[to] = freshTo;
  }
  return { old: { from, to }, fresh: { from: freshFrom, to: freshTo } };
};

/** The gaps before, between and after pairs that are in order. */
const gapsBetween = (gap: Gap, pairs: readonly Pair[]): readonly Gap[] => {
  const gaps: Gap[] = [];
  let { from } = gap.old;
  let freshFrom = gap.fresh.from;
  for (const pair of [...pairs, { old: gap.old.to, fresh: gap.fresh.to }]) {
    if (pair.old > from || pair.fresh > freshFrom) {
      gaps.push({ old: { from, to: pair.old }, fresh: { from: freshFrom, to: pair.fresh } });
    }
    from = pair.old + 1;
    freshFrom = pair.fresh + 1;
  }
  return gaps;
};

const pairByMyers = ({ old, fresh }: Sides, gap: Gap, matched: Int32Array): void => {
  const olds = old.subarray(gap.old.from, gap.old.to);
  const freshes = fresh.subarray(gap.fresh.from, gap.fresh.to);
  for (const [at, there, length] of lcs(olds, freshes)) {
    for (let step = 0; step < length; step += 1) {
      matched[gap.old.from + at + step] = gap.fresh.from + there + step;
    }
  }
};

const isEmpty = ({ old, fresh }: Gap): boolean => sizeOf(old) === 0 || sizeOf(fresh) === 0;

const pairUnique = (sides: Sides, { old, fresh }: Gap): readonly Pair[] =>
  longestInOrder(uniquePairs(sides.old, sides.fresh, old, fresh));

/** Pairs what it can in the gap; returns the gaps that remain to be examined. */
const alignGap = (sides: Sides, runs: () => Runs, whole: Gap, matched: Int32Array): readonly Gap[] => {
  const gap = pairEnds(sides, whole, matched);
  if (isEmpty(gap)) return [];
  if (sizeOf(gap.old) * sizeOf(gap.fresh) <= MAX_CELLS) {
    pairByMyers(sides, gap, matched);
    return [];
  }
  const byRuns = pairUnique(runs(), gap);
  const pairs = byRuns.length > 0 ? byRuns : pairUnique(sides, gap);
  for (const pair of pairs) matched[pair.old] = pair.fresh;
  return pairs.length === 0 ? [] : gapsBetween(gap, pairs);
};

/** For each item of `old` the place of the item of `fresh` that it is, ascending; -1 where it has none. */
export const alignSequences = (old: Int32Array, fresh: Int32Array): Int32Array => {
  const matched = new Int32Array(old.length).fill(-1);
  const sides = { old, fresh };
  let known: Runs | undefined;
  const runs = (): Runs => {
    known ??= numberRuns(sides);
    return known;
  };
  const gaps: Gap[] = [{ old: { from: 0, to: old.length }, fresh: { from: 0, to: fresh.length } }];
  for (let gap = gaps.pop(); gap !== undefined; gap = gaps.pop())
    gaps.push(...alignGap(sides, runs, gap, matched));
  return matched;
};
