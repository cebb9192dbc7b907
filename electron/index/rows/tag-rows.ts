import type { TagRow } from '#domain/contract/tag.ts';
import type { Tag } from '#domain/tag/tag.ts';
import { groupOf, resolveTags, tagsAbove } from '#domain/tag/tag-tree.ts';
import { isLive, namePath, resolveRecord } from '#domain/tree/record-tree.ts';
import type { CatalogueState } from '../catalogue-state.ts';
import { compareTexts } from '../order/text-order.ts';
import { countTagSets } from '../readings.ts';

type Counts = { readonly own: ReadonlyMap<Tag, number>; readonly total: ReadonlyMap<Tag, number> };

/** A record with a tag and one below it is counted once. */
const countTags = (state: CatalogueState): Counts => {
  const own = new Map<Tag, number>();
  const total = new Map<Tag, number>();
  const add = (counts: Map<Tag, number>, tag: Tag, times: number): void => {
    counts.set(tag, (counts.get(tag) ?? 0) + times);
  };
  for (const [{ ids }, count] of countTagSets(state)) {
    for (const tag of resolveTags(state.tags, ids)) add(own, tag, count);
    for (const tag of tagsAbove(state.tags, ids)) add(total, tag, count);
  }
  return { own, total };
};

/** A parent comes before its children, siblings are sorted by name. */
const byPath = (a: TagRow, b: TagRow): number => {
  const level = a.path.findIndex((name, index) => compareTexts(name, b.path[index] ?? '') !== 0);
  return level === -1
    ? a.path.length - b.path.length
    : compareTexts(a.path[level] ?? '', b.path[level] ?? '');
};

/** The rows of the codebook: live tags, a parent before its children. */
export const tagRows = (state: CatalogueState): readonly TagRow[] => {
  const { own, total } = countTags(state);
  const rows = [...state.tags.values()].filter(isLive).map((tag): TagRow => {
    const { id, name, parentId, aliases, group, definition, updatedAt, by = null } = tag;
    return {
      id,
      name,
      parentId: resolveRecord(state.tags, parentId)?.id ?? null,
      path: namePath(state.tags, id),
      aliases,
      ownGroup: group,
      group: groupOf(state.tags, id),
      definition,
      updatedAt,
      by,
      ownCount: own.get(tag) ?? 0,
      totalCount: total.get(tag) ?? 0,
    };
  });
  return rows.sort(byPath);
};
