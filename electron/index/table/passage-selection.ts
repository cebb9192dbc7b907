import type { PassageRow } from '#domain/contract/passage.ts';
import type { CarriedTag, PassageSelection } from '#domain/contract/passage-table.ts';
import type { ArticleId, PassageId, TagId } from '#domain/ids.ts';
import { resolveTags } from '#domain/tag/tag-tree.ts';
import { createYielder } from '#electron/time/yielder.ts';
import type { CatalogueState } from '../catalogue-state.ts';
import { findPassage } from '../relations.ts';
import { passageRow } from '../rows/passage/passage-rows.ts';

/** The rows of the existing ones of `ids`, in their order. */
export const rowsOfPassages = (state: CatalogueState, ids: readonly PassageId[]): readonly PassageRow[] =>
  ids.flatMap((id) => {
    const hit = findPassage(state, id);
    return hit === null ? [] : [passageRow(state, hit)];
  });

/** Counts the records with each tag. */
const createTagCount = ({ tags }: CatalogueState) => {
  const counts = new Map<TagId, number>();
  return {
    add(ids: readonly TagId[]): void {
      for (const { id } of resolveTags(tags, ids)) counts.set(id, (counts.get(id) ?? 0) + 1);
    },
    /** Sorted by the number of records. */
    sorted: (): readonly CarriedTag[] =>
      [...counts].map(([tagId, count]) => ({ tagId, count })).sort((a, b) => b.count - a.count),
  };
};

/** What the selected passages have in common. */
export const passageSelection = async (
  state: CatalogueState,
  ids: readonly PassageId[],
): Promise<PassageSelection> => {
  const yielder = createYielder();
  const articles = new Set<ArticleId>();
  const tags = createTagCount(state);
  let count = 0;
  for (const id of ids) {
    const hit = findPassage(state, id);
    if (hit === null) continue;
    count += 1;
    articles.add(hit.article.id);
    tags.add(hit.entry.tagSet.ids);
    if (count % 64 === 0) await yielder.yieldIfDue();
  }
  return { count, articleCount: articles.size, tags: tags.sorted() };
};

/** The tags of the articles themselves. */
export const tagsOfArticles = (state: CatalogueState, ids: readonly ArticleId[]): readonly CarriedTag[] => {
  const tags = createTagCount(state);
  for (const id of ids) tags.add(state.articles.get(id)?.tagSet.ids ?? []);
  return tags.sorted();
};
