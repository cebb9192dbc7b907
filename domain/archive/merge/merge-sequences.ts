/**
 * The merge of two sequences that were made from a third (diff3; Khanna, Kunal and Pierce, "A Formal Investigation
 * of Diff3", 2007), with two differences. Changes of neighbours do not conflict: two analysts may each rewrite a
 * different paragraph. And additions of both at one place are kept, in an order that does not depend on which side
 * is ours.
 */
import { equalJson } from '../../equal-json.ts';
import { alignKeys, gapsOf } from '../../text/sequences/align-keys.ts';

/** An item, as it is compared. */
export type SequenceItem<T> = {
  /** Equal keys are equal items. */
  readonly key: string;
  readonly item: T;
  /** It is no loss where anything takes its place. */
  readonly isFiller: boolean;
  /** The item begins a part: text added to the part before it stays before it. */
  readonly isHead: boolean;
};

export type MergedSequences<T> = {
  /** The merge; where both have changed the same items, with our version. */
  readonly ours: readonly T[];
  /** The merge with their version there; equal to `ours` where nothing is contested. */
  readonly theirs: readonly T[];
  readonly isContested: boolean;
};

type Items<T> = readonly SequenceItem<T>[];

export const mergeSequences = <T>(base: Items<T>, ours: Items<T>, theirs: Items<T>): MergedSequences<T> => {
  const merged: { ours: T[]; theirs: T[]; isContested: boolean } = {
    ours: [],
    theirs: [],
    isContested: false,
  };
  let at = 0;
  const put = (forOurs: Items<T>, forTheirs: Items<T>): void => {
    merged.ours.push(...forOurs.map(({ item }) => item));
    merged.theirs.push(...forTheirs.map(({ item }) => item));
  };
  for (const region of regionsOf(hunksOf(base, ours), hunksOf(base, theirs))) {
    const untouched = base.slice(at, region.from);
    put(untouched, untouched);
    at = region.to;
    const was = base.slice(region.from, region.to);
    const agreed = agreeOn(was, saidIn(region.ours, region, base), saidIn(region.theirs, region, base));
    put(agreed.ours, agreed.theirs);
    merged.isContested ||= agreed.ours !== agreed.theirs;
  }
  const rest = base.slice(at);
  put(rest, rest);
  return merged;
};

/** Base items from `from` to `to`, excluded, are `items` instead. */
type Hunk<T> = { readonly from: number; readonly to: number; readonly items: Items<T> };
type Region<T> = {
  readonly from: number;
  readonly to: number;
  readonly ours: readonly Hunk<T>[];
  readonly theirs: readonly Hunk<T>[];
};

const keysOf = <T>(items: Items<T>): readonly string[] => items.map(({ key }) => key);

/** The changes of a side, in the order of the base: item by item as long as one replaces one. */
const hunksOf = <T>(base: Items<T>, side: Items<T>): readonly Hunk<T>[] =>
  gapsOf(alignKeys(keysOf(base), keysOf(side)), side.length).flatMap(({ from, to, freshFrom, freshTo }) => {
    const items = side.slice(freshFrom, freshTo);
    const pairs = countPairs(base.slice(from, to), items);
    const rest = { from: from + pairs, to, items: items.slice(pairs) };
    const replaced = items
      .slice(0, pairs)
      .map((item, at) => ({ from: from + at, to: from + at + 1, items: [item] }));
    return rest.from === to && rest.items.length === 0 ? replaced : [...replaced, rest];
  });

/** How many items at the beginning of `fresh` replace one item each. */
const countPairs = <T>(old: Items<T>, fresh: Items<T>): number => {
  const other = old.findIndex(({ isHead }, at) => fresh[at]?.isHead !== isHead);
  return other === -1 ? old.length : other;
};

/** Hunks of both sides that meet in the same items of the base, or add at the same place, together. */
const regionsOf = <T>(ours: readonly Hunk<T>[], theirs: readonly Hunk<T>[]): readonly Region<T>[] => {
  const all = [
    ...ours.map((hunk) => ({ hunk, side: 'ours' as const })),
    ...theirs.map((hunk) => ({ hunk, side: 'theirs' as const })),
  ].sort((a, b) => a.hunk.from - b.hunk.from || a.hunk.to - b.hunk.to);
  const regions: { from: number; to: number; ours: Hunk<T>[]; theirs: Hunk<T>[] }[] = [];
  for (const { hunk, side } of all) {
    const last = regions.at(-1);
    if (last !== undefined && meets(last, hunk)) {
      last.to = Math.max(last.to, hunk.to);
      last[side].push(hunk);
    } else {
      regions.push({ from: hunk.from, to: hunk.to, ours: [], theirs: [], [side]: [hunk] });
    }
  }
  return regions;
};

type Span = { readonly from: number; readonly to: number };

/** Whether a hunk that does not begin before the region has items of the base in common with it, or its one place. */
const meets = (region: Span, hunk: Span): boolean =>
  hunk.from < region.to || (hunk.from === region.from && hunk.to === region.to);

/** A side's version of a region: its hunks, and the base between them. */
const saidIn = <T>(hunks: readonly Hunk<T>[], { from, to }: Span, base: Items<T>): Items<T> => {
  const said: SequenceItem<T>[] = [];
  let at = from;
  for (const hunk of hunks) {
    said.push(...base.slice(at, hunk.from), ...hunk.items);
    at = hunk.to;
  }
  return [...said, ...base.slice(at, to)];
};

const agreeOn = <T>(
  was: Items<T>,
  ours: Items<T>,
  theirs: Items<T>,
): { readonly ours: Items<T>; readonly theirs: Items<T> } => {
  const same = (items: Items<T>) => ({ ours: items, theirs: items });
  if (equalJson(keysOf(ours), keysOf(theirs))) return same(ours);
  if (equalJson(keysOf(ours), keysOf(was))) return same(theirs);
  if (equalJson(keysOf(theirs), keysOf(was))) return same(ours);
  if (was.every(({ isFiller }) => isFiller)) return same(bothOf(ours, theirs));
  return { ours, theirs };
};

/** What either has put where nothing was: the fillers of neither, and what both have put once. */
const bothOf = <T>(ours: Items<T>, theirs: Items<T>): Items<T> => {
  const [one, other] = [splitAtHead(ours), splitAtHead(theirs)];
  return [...uniteSaid(one.before, other.before), ...uniteSaid(one.after, other.after)];
};

const splitAtHead = <T>(items: Items<T>): { readonly before: Items<T>; readonly after: Items<T> } => {
  const at = items.findIndex(({ isHead }) => isHead);
  return at === -1 ? { before: items, after: [] } : { before: items.slice(0, at), after: items.slice(at) };
};

const uniteSaid = <T>(ours: Items<T>, theirs: Items<T>): Items<T> => {
  const isSaid = ({ isFiller }: SequenceItem<T>): boolean => !isFiller;
  const one = ours.filter(isSaid);
  const other = theirs.filter(isSaid);
  const isOneFirst = JSON.stringify(keysOf(one)) <= JSON.stringify(keysOf(other));
  const [first, second] = isOneFirst ? [one, other] : [other, one];
  const known = new Set(keysOf(first));
  return [...first, ...second.filter(({ key }) => !known.has(key))];
};
