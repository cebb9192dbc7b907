import { equalJson } from '../../equal-json.ts';

/** How the items of a list are distinguished, and how many it may have. */
export type ListRule = {
  /** Items with the same key are one item, as two sides may have it. */
  readonly keyOf: (item: unknown) => string;
  /** The most items that the schema allows. */
  readonly most: number;
  /** Whether the items are in the order of their keys; otherwise in the order in which they were added. */
  readonly isSorted: boolean;
};

/**
 * Merges a list whose order matters little (tags of a passage, names of a source): items that either side added
 * are included, items that either side removed are not. Items that were there keep their order and new ones follow
 * in the order of their keys, so that it does not matter which side is ours. Without a base, all items of both.
 *
 * @returns null where both have changed the same item differently, or the list would be longer than it may be
 */
export const mergeList = (
  base: readonly unknown[] | null,
  ours: readonly unknown[],
  theirs: readonly unknown[],
  rule: ListRule,
): readonly unknown[] | null => {
  const index = (items: readonly unknown[]) => new Map(items.map((item) => [rule.keyOf(item), item]));
  const sides = { base: base === null ? null : index(base), ours: index(ours), theirs: index(theirs) };
  const merged: unknown[] = [];
  for (const key of orderOfKeys(sides, rule)) {
    const item = mergeItem(sides, key);
    if (item === CONTESTED) return null;
    if (item !== REMOVED) merged.push(item);
  }
  return merged.length > rule.most ? null : merged;
};

type Items = ReadonlyMap<string, unknown>;
type Sides = { readonly base: Items | null; readonly ours: Items; readonly theirs: Items };

const CONTESTED = Symbol('both have changed it');
const REMOVED = Symbol('one has removed it');

const orderOfKeys = ({ base, ours, theirs }: Sides, { isSorted }: ListRule): readonly string[] => {
  const all = [...new Set([...ours.keys(), ...theirs.keys()])].sort();
  if (isSorted) return all;
  const before = base === null ? inCommon(ours, theirs) : [...base.keys()];
  const known = new Set(before);
  return [...before, ...all.filter((key) => !known.has(key))];
};

/** The keys of both, in their order where it is the same on both sides. */
const inCommon = (ours: Items, theirs: Items): readonly string[] => {
  const inOurs = [...ours.keys()].filter((key) => theirs.has(key));
  const inTheirs = [...theirs.keys()].filter((key) => ours.has(key));
  return equalJson(inOurs, inTheirs) ? inOurs : inOurs.toSorted();
};

const mergeItem = ({ base, ours, theirs }: Sides, key: string): unknown => {
  const our = ours.get(key) ?? REMOVED;
  const their = theirs.get(key) ?? REMOVED;
  if (our === their || equalJson(our, their)) return our;
  return base === null ? unite(our, their) : choose(base.get(key) ?? REMOVED, our, their);
};

const unite = (our: unknown, their: unknown): unknown => {
  if (our === REMOVED) return their;
  return their === REMOVED ? our : CONTESTED;
};

const choose = (was: unknown, our: unknown, their: unknown): unknown => {
  if (equalJson(our, was)) return their;
  return equalJson(their, was) ? our : CONTESTED;
};
