/**
 * Finds the letters of a text among those that are drawn in one place. Mostly they are the same; but where a
 * paragraph continues in the next column, its place contains other letters too, and some letters differ: note
 * signs are in brackets in the text, hyphens at the ends of lines are gone.
 *
 * As in Bram Cohen's patience diff, runs that occur once in both are paired and extended on both sides; the text
 * between two of them is matched by shorter runs. Unlike a longest common subsequence it never scatters a text
 * over unrelated letters.
 */

/** The lengths of the runs, tried one after the other; single letters only between matched ones. */
const RUNS = [12, 6, 3, 1] as const;

/** A stretch of the print and one of the text that belong together. */
type Pair = {
  readonly printFrom: number;
  readonly printTo: number;
  readonly textFrom: number;
  readonly textTo: number;
};

/** A pair that records whether the text before it and after it is matched too. */
type Gap = Pair & { readonly isBetween: boolean };

/** Where each run of `length` begins in a part of `letters`; -1 where it occurs there more than once. */
const runsIn = (letters: string, from: number, to: number, length: number): ReadonlyMap<string, number> => {
  const runs = new Map<string, number>();
  for (let at = from; at + length <= to; at += 1) {
    const run = letters.slice(at, at + length);
    runs.set(run, runs.has(run) ? -1 : at);
  }
  return runs;
};

type Both = { readonly print: string; readonly text: string };

/** The longest pair of equal letters in the gap around one that is equal. */
const grow = ({ print, text }: Both, gap: Gap, printAt: number, textAt: number): Pair => {
  let before = 0;
  const hasBefore = (): boolean => printAt - before > gap.printFrom && textAt - before > gap.textFrom;
  while (hasBefore() && print[printAt - before - 1] === text[textAt - before - 1]) before += 1;
  let after = 0;
  const hasAfter = (): boolean => printAt + after < gap.printTo && textAt + after < gap.textTo;
  while (hasAfter() && print[printAt + after] === text[textAt + after]) after += 1;
  return {
    printFrom: printAt - before,
    printTo: printAt + after,
    textFrom: textAt - before,
    textTo: textAt + after,
  };
};

/** The pairs of runs of `length` that occur once in both, extended, in the order of the text and of the print. */
const pairsIn = (both: Both, gap: Gap, length: number): readonly Pair[] => {
  const inPrint = runsIn(both.print, gap.printFrom, gap.printTo, length);
  const inText = runsIn(both.text, gap.textFrom, gap.textTo, length);
  const pairs: Pair[] = [];
  let rest = gap;
  for (let at = gap.textFrom; at + length <= gap.textTo; at += 1) {
    const run = both.text.slice(at, at + length);
    const printAt = inPrint.get(run) ?? -1;
    if (at < rest.textFrom || printAt < rest.printFrom || inText.get(run) !== at) continue;
    const pair = grow(both, rest, printAt, at);
    pairs.push(pair);
    rest = { ...rest, printFrom: pair.printTo, textFrom: pair.textTo };
  }
  return pairs;
};

/** The text before, between and after the pairs of a gap. */
const gapsBetween = (gap: Gap, pairs: readonly Pair[]): readonly Gap[] =>
  [...pairs, null].map((next, at) => {
    const before = pairs[at - 1];
    return {
      printFrom: before?.printTo ?? gap.printFrom,
      textFrom: before?.textTo ?? gap.textFrom,
      printTo: next?.printFrom ?? gap.printTo,
      textTo: next?.textFrom ?? gap.textTo,
      isBetween: gap.isBetween || (before !== undefined && next !== null),
    };
  });

const isEmpty = ({ printFrom, printTo, textFrom, textTo }: Gap): boolean =>
  printFrom === printTo || textFrom === textTo;

const isAsLong = ({ printFrom, printTo, textFrom, textTo }: Gap): boolean =>
  printTo - printFrom === textTo - textFrom;

/** The pairs of letters in a gap, found by runs of the lengths from `RUNS[level]` on. */
const matchGap = (both: Both, gap: Gap, level: number): readonly Pair[] => {
  const length = RUNS[level];
  if (length === undefined || isEmpty(gap)) return [];
  if (length === 1 && !gap.isBetween) return [];
  // As many letters as there are places: each has its own place, however it is written.
  if (length === 1 && isAsLong(gap)) return [gap];
  const pairs = pairsIn(both, gap, length);
  return [...pairs, ...gapsBetween(gap, pairs).flatMap((each) => matchGap(both, each, level + 1))];
};

/** For each letter of `text` the place in `print` where it is drawn; -1 where that is not known. */
export const matchLetters = (print: string, text: string): readonly number[] => {
  const whole = print.indexOf(text);
  const all = { printFrom: 0, printTo: print.length, textFrom: 0, textTo: text.length, isBetween: false };
  const pairs =
    whole === -1
      ? matchGap({ print, text }, all, 0)
      : [{ printFrom: whole, printTo: whole + text.length, textFrom: 0, textTo: text.length }];
  const places = new Array<number>(text.length).fill(-1);
  for (const { printFrom, textFrom, textTo } of pairs)
    for (let at = textFrom; at < textTo; at += 1) places[at] = printFrom + at - textFrom;
  return places;
};
