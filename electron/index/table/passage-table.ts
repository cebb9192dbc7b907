import type { PassageTable, PassageTableQuery } from '#domain/contract/passage-table.ts';
import { isCountedAsGraded, type PassageSort } from '#domain/search/passage-order.ts';
import { mapYielding } from '#electron/time/yielder.ts';
import type { CatalogueState } from '../catalogue-state.ts';
import { sortYielding } from '../order/sort-yielding.ts';
import { findWithin, type Hit } from '../rows/passage/passage-rows.ts';
import { groupHits } from './group-hits.ts';
import { sortPlaces } from './sort-values.ts';

const sortHits = async (
  state: CatalogueState,
  hits: readonly Hit[],
  sort: PassageSort,
): Promise<readonly Hit[]> => {
  const places = await sortPlaces(state, hits, sort);
  let next = 0;
  const rows = await mapYielding(hits, (hit) => ({ hit, place: places[next++] ?? 0 }));
  // Infinity less infinity is no number, and equal.
  const sorted = await sortYielding(rows, (a, b) => a.place - b.place || 0);
  return mapYielding(sorted, ({ hit }) => hit);
};

/** Which passages stand in the table, in which order and sections; the search is still being typed. */
export const passageTable = async (
  state: CatalogueState,
  { filter, sort, grouping }: PassageTableQuery,
): Promise<PassageTable> => {
  const hits = findWithin(state, filter, { isTyping: true });
  if (hits.length === 0) return { count: 0, gradedCount: 0, groups: [] };
  const sorted = await sortHits(state, hits, sort);
  return {
    count: hits.length,
    gradedCount: hits.filter(({ entry }) => isCountedAsGraded(entry.grade)).length,
    groups: await groupHits(state, sorted, grouping),
  };
};
