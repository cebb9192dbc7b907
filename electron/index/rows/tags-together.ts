import type { TagTogether } from '#domain/contract/tag.ts';
import type { TagId } from '#domain/ids.ts';
import { commonest, createCrossCount } from '#domain/insights/cross-count.ts';
import { clause } from '#domain/insights/insight-table.ts';
import { joinSearch } from '#domain/search/split-search.ts';
import { nameInSearch } from '#domain/search/written-conditions.ts';
import type { Tag } from '#domain/tag/tag.ts';
import { resolveTags, tagsAbove } from '#domain/tag/tag-tree.ts';
import { printNamePath } from '#domain/tree/name-path.ts';
import { isWithin, namePath, resolveRecord } from '#domain/tree/record-tree.ts';
import type { CatalogueState, TagSet } from '../catalogue-state.ts';
import { passagesOf } from '../readings.ts';

/** The most tags returned. */
const MAX_TOGETHER = 24;

const countSets = (state: CatalogueState): ReadonlyMap<TagSet, number> => {
  const sets = new Map<TagSet, number>();
  for (const article of state.articles.values())
    for (const { tagSet } of passagesOf(state, article)) sets.set(tagSet, (sets.get(tagSet) ?? 0) + 1);
  return sets;
};

/**
 * The tags that occur together with a tag on passages, the most frequent first. As in a search, a tag counts for those
 * above it, on both sides; tags above or below the given one always occur with it, and are left out, as are tags that
 * no passage has itself.
 */
export const tagsTogether = (state: CatalogueState, tagId: TagId): readonly TagTogether[] => {
  const { tags } = state;
  const asked = resolveRecord(tags, tagId);
  if (asked === null) return [];
  const carried = new Set<Tag>();
  const counts = createCrossCount();
  for (const [{ ids }, count] of countSets(state)) {
    const above = tagsAbove(tags, ids);
    if (!above.has(asked)) continue;
    for (const tag of resolveTags(tags, ids)) carried.add(tag);
    counts.add(
      [],
      [...above].map(({ id }) => id),
      count,
    );
  }
  const isRelative = ({ id }: Tag): boolean => isWithin(tags, id, asked.id) || isWithin(tags, asked.id, id);
  const named = [...carried]
    .filter((tag) => !isRelative(tag))
    .map(({ id }) => ({ tagId: id, name: printNamePath(namePath(tags, id)), count: counts.column(id) }));
  return commonest(named, MAX_TOGETHER).map(({ tagId: id, count }) => ({
    tagId: id,
    path: namePath(tags, id),
    count,
    text: joinSearch({
      clauses: [clause('tag', nameInSearch(tags, asked.id)), clause('tag', nameInSearch(tags, id))],
      rest: '',
    }).trim(),
  }));
};
