import type { PassageTable, PassageTableQuery } from '#domain/contract/passage-table.ts';
import { isCountedAsGraded, type PassageSort } from '#domain/search/passage-order.ts';
import type { CatalogueState } from '../catalogue-state.ts';
import { sortByPlace } from '../order/sort-yielding.ts';
import { findWithin, type Hit } from '../rows/passage/passage-rows.ts';
import { groupHits } from './group-hits.ts';
import { sortPlaces } from './sort-values.ts';

const sortHits = async (
  state: CatalogueState,
  hits: readonly Hit[],
  sort: PassageSort,
): Promise<readonly Hit[]> => sortByPlace(hits, await sortPlaces(state, hits, sort));

/** The passages of the table, in their order and sections; the search is still being typed. */
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
