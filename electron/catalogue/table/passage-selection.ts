import type { PassageRow } from '#domain/contract/passage.ts';
import type { PassageSelection } from '#domain/contract/passage-table.ts';
import type { ArticleId, PassageId, TagId } from '#domain/ids.ts';
import { resolveTags } from '#domain/tag/tag-tree.ts';
import { createYielder } from '#electron/time/yielder.ts';
import type { CatalogueState } from '../catalogue-state.ts';
import { findPassage } from '../relations.ts';
import { passageRow } from '../rows/passage/passage-rows.ts';

/** The rows of those of `ids` that are there, in their order. */
export const rowsOfPassages = (state: CatalogueState, ids: readonly PassageId[]): readonly PassageRow[] =>
  ids.flatMap((id) => {
    const hit = findPassage(state, id);
    return hit === null ? [] : [passageRow(state, hit)];
  });

/** What the passages have in common. */
export const passageSelection = async (
  state: CatalogueState,
  ids: readonly PassageId[],
): Promise<PassageSelection> => {
  const yielder = createYielder();
  const articles = new Set<ArticleId>();
  const tags = new Map<TagId, number>();
  let count = 0;
  for (const id of ids) {
    const hit = findPassage(state, id);
    if (hit === null) continue;
    count += 1;
    articles.add(hit.article.id);
    for (const tag of resolveTags(state.tags, hit.entry.tagSet.ids)) {
      tags.set(tag.id, (tags.get(tag.id) ?? 0) + 1);
    }
    if (count % 64 === 0) await yielder.yieldIfDue();
  }
  return {
    count,
    articleCount: articles.size,
    tags: [...tags].map(([tagId, carried]) => ({ tagId, count: carried })).sort((a, b) => b.count - a.count),
  };
};
