import type { ArticleId } from '#domain/ids.ts';
import type { Marking } from '#domain/tradecraft/marking.ts';
import type { HandlerDeps } from '../handler-deps.ts';

/**
 * The marking of each article, by its id; null where it has none. Articles in the trash are included, because what was
 * made of their passages keeps its words. An article that cannot be read is left out.
 */
export const readMarkings = async (
  { archive }: Pick<HandlerDeps, 'archive'>,
  articleIds: readonly ArticleId[],
): Promise<ReadonlyMap<ArticleId, Marking | null>> => {
  const found = new Map<ArticleId, Marking | null>();
  for (const articleId of new Set(articleIds)) {
    const file = await archive.annotations(articleId);
    if (file.ok) found.set(articleId, file.value.about.marking);
  }
  if (articleIds.some((articleId) => !found.has(articleId)))
    for (const { id, about } of await archive.trashedArticles()) found.set(id, about.marking);
  return found;
};
