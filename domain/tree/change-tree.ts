/**
 * Acts on a tree of tags or sources. Each returns the records that it changes, so that it is one write of one
 * file, or the reason why it cannot be done. References to a record are never rewritten.
 */
import { err, ok, type Result } from '../result.ts';
import type { Timestamp } from '../time.ts';
import { exactName } from './compare-names.ts';
import {
  childNamed,
  childrenOf,
  isLive,
  isWithin,
  resolveRecord,
  type Tree,
  type TreeRecord,
} from './record-tree.ts';

export type TreeRefusal =
  | { readonly code: 'missing'; readonly id: string }
  | { readonly code: 'name-taken'; readonly name: string }
  | { readonly code: 'would-be-cycle' };

/** One record before and after; `before` is null where it is new. */
export type TreeEdit<T> = { readonly before: T | null; readonly after: T };
export type TreeEdits<T> = Result<readonly TreeEdit<T>[], TreeRefusal>;

/** What makes `after` differ from `before`, as edits. */
export const editsBetween = <T extends TreeRecord>(before: Tree<T>, after: Tree<T>): readonly TreeEdit<T>[] =>
  [...after.values()]
    .filter((record) => before.get(record.id) !== record)
    .map((record) => ({ before: before.get(record.id) ?? null, after: record }));

const missing = (id: string) => err({ code: 'missing' as const, id });
const nameTaken = (name: string) => err({ code: 'name-taken' as const, name });

/** Whether another live record below `parentId` than `exceptId` is known under one of `names`; which one. */
const takenName = <T extends TreeRecord>(
  tree: Tree<T>,
  parentId: T['id'] | null,
  names: readonly string[],
  exceptId: T['id'],
): string | null => {
  const others = new Map([...tree].filter(([id]) => id !== exceptId));
  return names.find((name) => childNamed(others, parentId, name) !== null) ?? null;
};

/** Each alias once, trimmed, and none that is the name itself. */
const tidyAliases = (name: string, aliases: readonly string[]): string[] => {
  const known = new Set([exactName(name)]);
  return aliases.flatMap((alias) => {
    const exact = exactName(alias);
    if (exact === '' || known.has(exact)) return [];
    known.add(exact);
    return [alias.trim()];
  });
};

/**
 * Writes `change` over the live record of `id`. Refuses a name or alias of a sibling, and a parent that is below
 * the record itself.
 */
export const changeRecord = <T extends TreeRecord>(
  tree: Tree<T>,
  id: T['id'],
  change: Partial<T>,
  at: Timestamp,
): TreeEdits<T> => {
  const before = resolveRecord(tree, id);
  if (before === null) return missing(id);
  const changed = { ...before, ...change };
  const parent = resolveRecord(tree, changed.parentId);
  if (changed.parentId !== null && parent === null) return missing(changed.parentId);
  if (parent !== null && isWithin(tree, parent.id, before.id)) return err({ code: 'would-be-cycle' });
  const aliases = tidyAliases(changed.name, changed.aliases);
  const taken = takenName(tree, parent?.id ?? null, [changed.name, ...aliases], before.id);
  if (taken !== null) return nameTaken(taken);
  return ok([{ before, after: { ...changed, parentId: parent?.id ?? null, aliases, updatedAt: at } }]);
};

/**
 * Merges the branch of `fromId` into `intoId`: the first stays as a redirect, its names become aliases of the
 * second, its children move over, and children with the same name are merged in turn.
 */
export const mergeBranches = <T extends TreeRecord>(
  tree: Tree<T>,
  fromId: T['id'],
  intoId: T['id'],
  at: Timestamp,
): TreeEdits<T> => {
  const from = resolveRecord(tree, fromId);
  const into = resolveRecord(tree, intoId);
  if (from === null || into === null) return missing(from === null ? fromId : intoId);
  if (isWithin(tree, into.id, from.id)) return err({ code: 'would-be-cycle' });
  const merged = new Map(tree);
  mergeInPlace(merged, from.id, into.id, at);
  return ok(editsBetween(tree, merged));
};

function mergeInPlace<T extends TreeRecord>(
  tree: Map<string, T>,
  fromId: T['id'],
  intoId: T['id'],
  at: Timestamp,
): void {
  const from = tree.get(fromId);
  const into = tree.get(intoId);
  if (from === undefined || into === undefined) return;
  const children = childrenOf(tree, fromId);
  tree.set(fromId, { ...from, mergedInto: intoId, updatedAt: at });
  const names = [from.name, ...from.aliases].filter(
    (name) => takenName(tree, into.parentId, [name], intoId) === null,
  );
  tree.set(intoId, { ...into, aliases: tidyAliases(into.name, [...into.aliases, ...names]), updatedAt: at });
  for (const child of children) {
    const namesake = namesakeBelow(tree, intoId, child);
    if (namesake === null) tree.set(child.id, { ...child, parentId: intoId, updatedAt: at });
    else mergeInPlace(tree, child.id, namesake.id, at);
  }
}

/**
 * Redirects the record and all below it to `intoId`, which replaces them wherever they are referred to. Unlike a
 * merge it leaves no alias and moves no child. Refused where `intoId` is in the branch.
 */
export const giveBranch = <T extends TreeRecord>(
  tree: Tree<T>,
  id: T['id'],
  intoId: T['id'],
  at: Timestamp,
): TreeEdits<T> => {
  const into = resolveRecord(tree, intoId);
  if (into === null) return missing(intoId);
  const branch = liveBranch(tree, id);
  if (branch === null) return missing(id);
  if (branch.includes(into)) return err({ code: 'would-be-cycle' });
  return ok(branch.map((before) => ({ before, after: { ...before, mergedInto: into.id, updatedAt: at } })));
};

/** The live records of a branch; null where its top is gone. */
const liveBranch = <T extends TreeRecord>(tree: Tree<T>, id: T['id']): readonly T[] | null => {
  const top = resolveRecord(tree, id);
  return top === null
    ? null
    : [...tree.values()].filter((record) => isLive(record) && isWithin(tree, record.id, top.id));
};

/** The child of `parentId`, other than `record` itself, that is known under one of the names of `record`. */
function namesakeBelow<T extends TreeRecord>(tree: Tree<T>, parentId: T['id'], record: T): T | null {
  const others = new Map([...tree].filter(([id]) => id !== record.id));
  for (const name of [record.name, ...record.aliases]) {
    const namesake = childNamed(others, parentId, name);
    if (namesake !== null) return namesake;
  }
  return null;
}

/** Turns the record and everything below it into tombstones. */
export const deleteBranch = <T extends TreeRecord>(
  tree: Tree<T>,
  id: T['id'],
  at: Timestamp,
): TreeEdits<T> => {
  const branch = liveBranch(tree, id);
  if (branch === null) return missing(id);
  return ok(branch.map((before) => ({ before, after: { ...before, deletedAt: at, updatedAt: at } })));
};

const parentOf = <T extends TreeRecord>(tree: Tree<T>, { parentId }: T): T | undefined =>
  parentId === null ? undefined : tree.get(parentId);

/** The tombstones that went with `top`: at the same instant, and below it. */
const deletedTogether = <T extends TreeRecord>(tree: Tree<T>, top: T): ReadonlySet<T> => {
  const together = new Set([top]);
  let size = 0;
  while (size < together.size) {
    size = together.size;
    for (const record of tree.values()) {
      const parent = parentOf(tree, record);
      if (record.deletedAt === top.deletedAt && parent !== undefined && together.has(parent))
        together.add(record);
    }
  }
  return together;
};

const nearestLiveAncestor = <T extends TreeRecord>(tree: Tree<T>, record: T): T | null => {
  const seen = new Set<T>();
  let above = parentOf(tree, record);
  while (above !== undefined && !seen.has(above)) {
    const live = resolveRecord(tree, above.id);
    if (live !== null) return live;
    seen.add(above);
    above = parentOf(tree, above);
  }
  return null;
};

/**
 * Restores a tombstone with everything that was deleted together with it. Where its parent is gone it is restored
 * below the nearest live ancestor. Refused when its name has been given to another since.
 */
export const restoreBranch = <T extends TreeRecord>(
  tree: Tree<T>,
  id: T['id'],
  at: Timestamp,
): TreeEdits<T> => {
  const top = tree.get(id);
  if (top === undefined || top.deletedAt === null) return missing(id);
  const parentId = nearestLiveAncestor(tree, top)?.id ?? null;
  if (takenName(tree, parentId, [top.name], id) !== null) return nameTaken(top.name);
  const restored = [...deletedTogether(tree, top)].map((before) => ({
    before,
    after: { ...before, deletedAt: null, updatedAt: at, ...(before === top ? { parentId } : {}) },
  }));
  return ok(restored);
};

/** How many records are above one, tombstones included. */
const depthOf = <T extends TreeRecord>(tree: Tree<T>, { parentId }: T): number => {
  const parent = parentId === null ? undefined : tree.get(parentId);
  return parent === undefined ? 0 : 1 + depthOf(tree, parent);
};

/** Brings several back, the upper ones first: what comes back with them is not brought back twice. */
export const restoreBranches = <T extends TreeRecord>(
  tree: Tree<T>,
  ids: readonly T['id'][],
  at: Timestamp,
): TreeEdits<T> => {
  const tops = ids.flatMap((id) => tree.get(id) ?? []);
  if (tops.length < ids.length) return missing(ids.find((id) => !tree.has(id)) ?? '');
  const after = new Map(tree);
  for (const { id, deletedAt } of tops.toSorted((a, b) => depthOf(tree, a) - depthOf(tree, b))) {
    if (deletedAt !== null && after.get(id)?.deletedAt === null) continue;
    const edits = restoreBranch<T>(after, id, at);
    if (!edits.ok) return edits;
    for (const edit of edits.value) after.set(edit.after.id, edit.after);
  }
  return ok(editsBetween(tree, after));
};
