import type { ArticleId } from '#domain/ids.ts';
import type { ArticleEntry, CatalogueState } from '../../catalogue-state.ts';

const refersTo = (ids: ReadonlySet<string>, { about, tagSet, readings, tasks }: ArticleEntry): boolean => {
  const isOf = (id: string | null): boolean => id !== null && ids.has(id);
  return (
    isOf(about.publicationId) ||
    tagSet.ids.some(isOf) ||
    tasks.some(({ passageId, answeredBy }) => isOf(passageId) || isOf(answeredBy?.passageId ?? null)) ||
    readings.some(
      ({ speakerId, concernedIds, tagIds, relations }) =>
        isOf(speakerId) ||
        concernedIds.some(isOf) ||
        tagIds.some(isOf) ||
        relations.some(({ passageId }) => isOf(passageId)),
    )
  );
};

/**
 * The articles whose annotations may refer to one of these records. References of deleted passages are not in the
 * lists, so articles with deleted passages are always included.
 */
export const referringArticles = (
  { articles }: CatalogueState,
  ids: readonly string[],
): readonly ArticleId[] => {
  const sought = new Set(ids);
  return [...articles.values()]
    .filter((entry) => entry.hasDeleted || refersTo(sought, entry))
    .map(({ id }) => id);
};
