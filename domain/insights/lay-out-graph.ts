/**
 * Positions the passages of a graph: in two columns, so that contradicting passages are on opposite sides if possible.
 * A group is traversed from its most contradicted passage, and each passage is put opposite the one from which it was
 * reached. Deterministic, without iteration.
 */
import type { PassageId } from '../ids.ts';
import type { GraphLink } from './contradictions.ts';
import { groupsOf } from './contradictions.ts';

/** `side` 0 is the left column; `row` counts from the top of the drawing. */
export type GraphPlace = { readonly id: PassageId; readonly side: 0 | 1; readonly row: number };

const neighboursIn = (links: readonly GraphLink[]): ReadonlyMap<PassageId, readonly PassageId[]> => {
  const neighbours = new Map<PassageId, PassageId[]>();
  for (const { from, to } of links) {
    neighbours.set(from, [...(neighbours.get(from) ?? []), to]);
    neighbours.set(to, [...(neighbours.get(to) ?? []), from]);
  }
  return neighbours;
};

/** The side of each passage of a group, in the order in which they are reached. */
const sidesOf = (
  group: readonly PassageId[],
  neighbours: ReadonlyMap<PassageId, readonly PassageId[]>,
): ReadonlyMap<PassageId, 0 | 1> => {
  const degree = (id: PassageId): number => neighbours.get(id)?.length ?? 0;
  const [start] = group.toSorted((a, b) => degree(b) - degree(a));
  const sides = new Map<PassageId, 0 | 1>(start === undefined ? [] : [[start, 0]]);
  // Entries added during the loop are visited too.
  for (const [id, side] of sides) {
    const across = side === 0 ? 1 : 0;
    const reached = (neighbours.get(id) ?? []).filter((next) => !sides.has(next));
    for (const next of reached) sides.set(next, across);
  }
  return sides;
};

/** Places for all passages that the contradictions among `links` join. */
export const layOutGraph = (links: readonly GraphLink[]): readonly GraphPlace[] => {
  const contradictions = links.filter(({ type }) => type === 'contradicts');
  const neighbours = neighboursIn(contradictions);
  const places: GraphPlace[] = [];
  let top = 0;
  for (const group of groupsOf(contradictions)) {
    const rows: [number, number] = [top, top];
    for (const [id, side] of sidesOf(group, neighbours)) {
      places.push({ id, side, row: rows[side] });
      rows[side] += 1;
    }
    top = Math.max(...rows);
  }
  return places;
};
