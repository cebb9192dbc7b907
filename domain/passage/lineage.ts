/**
 * Determines which passages are one passage through the versions of its article. A carried passage names the copy
 * that contains its words; an orphan that is carried again names that same copy, so a line may skip versions. All
 * passages that lead back to the same first passage are one line.
 */
import type { PassageId } from '../ids.ts';
import type { CarriedFrom } from './carried.ts';

/** A passage as far as its lineage goes. */
type Link = { readonly id: PassageId; readonly carriedFrom: Pick<CarriedFrom, 'passageId'> | null };

const parentsOf = (passages: Iterable<Link>): ReadonlyMap<PassageId, PassageId> => {
  const parents = new Map<PassageId, PassageId>();
  for (const { id, carriedFrom } of passages)
    if (carriedFrom !== null) parents.set(id, carriedFrom.passageId);
  return parents;
};

/**
 * Returns how often a passage was carried since the first of its line: a carried passage is newer than the one it
 * came from, in whatever order their articles arrived.
 */
export const countCarries = (passages: Iterable<Link>): ((id: PassageId) => number) => {
  const parents = parentsOf(passages);
  return (id) => {
    const seen = new Set<PassageId>();
    for (let next = parents.get(id); next !== undefined && !seen.has(next); next = parents.get(next))
      seen.add(next);
    return seen.size;
  };
};

/**
 * For any passage the first of its line, which names the line: itself where it was never carried. A first passage that
 * is not in the archive any more still names the line of those carried from it.
 */
export const findLines = (passages: Iterable<Link>): ((id: PassageId) => PassageId) => {
  const parents = parentsOf(passages);
  return (id) => {
    const seen = new Set<PassageId>();
    let first = id;
    for (let next = parents.get(first); next !== undefined && !seen.has(next); next = parents.get(first)) {
      seen.add(next);
      first = next;
    }
    return first;
  };
};
