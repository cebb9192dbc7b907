import type { TagRow } from '#domain/contract/rows.ts';
import type { TagId } from '#domain/ids.ts';
import type { Tag } from '#domain/tag/tag.ts';
import { resolveTags, tagPath, tagsAbove } from '#domain/tag/tag-tree.ts';
import { isLive, resolveRecord } from '#domain/tree/record-tree.ts';
import type { CatalogueState } from '../catalogue-state.ts';

/** How many passages and articles carry each set of tags: there are far fewer sets than passages. */
const countTagSets = ({ articles }: CatalogueState): ReadonlyMap<readonly TagId[], number> => {
  const sets = new Map<string, { readonly ids: readonly TagId[]; count: number }>();
  const count = (ids: readonly TagId[]): void => {
    if (ids.length === 0) return;
    const key = ids.join();
    const known = sets.get(key);
    if (known === undefined) sets.set(key, { ids, count: 1 });
    else known.count += 1;
  };
  for (const { about, passages } of articles.values()) {
    count(about.tagIds);
    for (const { passage } of passages) count(passage.tagIds);
  }
  return new Map([...sets.values()].map(({ ids, count: times }) => [ids, times]));
};

type Counts = { readonly own: ReadonlyMap<Tag, number>; readonly total: ReadonlyMap<Tag, number> };

/** What carries a tag and one below it is counted once. */
const countTags = (state: CatalogueState): Counts => {
  const own = new Map<Tag, number>();
  const total = new Map<Tag, number>();
  const add = (counts: Map<Tag, number>, tag: Tag, times: number): void => {
    counts.set(tag, (counts.get(tag) ?? 0) + times);
  };
  for (const [ids, times] of countTagSets(state)) {
    for (const tag of resolveTags(state.tags, ids)) add(own, tag, times);
    for (const tag of tagsAbove(state.tags, ids)) add(total, tag, times);
  }
  return { own, total };
};

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** A parent stands before its children, siblings by name. */
const byPath = (a: TagRow, b: TagRow): number => {
  const level = a.path.findIndex((name, index) => collator.compare(name, b.path[index] ?? '') !== 0);
  return level === -1
    ? a.path.length - b.path.length
    : collator.compare(a.path[level] ?? '', b.path[level] ?? '');
};

/** The rows of the codebook: live tags, a parent before its children. */
export const tagRows = (state: CatalogueState): readonly TagRow[] => {
  const { own, total } = countTags(state);
  const rows = [...state.tags.values()].filter(isLive).map((tag): TagRow => {
    const { id, name, parentId, aliases, definition } = tag;
    return {
      id,
      name,
      parentId: resolveRecord(state.tags, parentId)?.id ?? null,
      path: tagPath(state.tags, id),
      aliases,
      definition,
      ownCount: own.get(tag) ?? 0,
      totalCount: total.get(tag) ?? 0,
    };
  });
  return rows.sort(byPath);
};
