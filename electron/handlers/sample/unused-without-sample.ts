import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ArticleId, SourceId, TagId } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import type { Source } from '#domain/source/source.ts';
import type { Tag } from '#domain/tag/tag.ts';
import { branchOf, isLive, type Tree, type TreeRecord } from '#domain/tree/record-tree.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import type { Catalogue } from '#electron/ports/catalogue.ts';

type Used = { readonly tagIds: readonly TagId[]; readonly sourceIds: readonly SourceId[] };

/** What the sample's own articles and passages name. */
const usedBySample = async (
  reader: ArchiveReader,
  articleIds: readonly ArticleId[],
): Promise<Result<Used, AppError>> => {
  const tagIds: TagId[] = [];
  const sourceIds: SourceId[] = [];
  for (const id of articleIds) {
    const annotations = await reader.annotations(id);
    if (!annotations.ok) return annotations;
    const { about, passages } = annotations.value;
    tagIds.push(...about.tagIds, ...passages.flatMap((passage) => passage.tagIds));
    sourceIds.push(
      ...[about.publicationId, ...passages.map(({ sourceId }) => sourceId)].flatMap((it) => it ?? []),
    );
  }
  return ok({ tagIds, sourceIds });
};

/** What everything else names. */
const usedByOthers = async (catalogue: Catalogue, articleIds: readonly ArticleId[]): Promise<Used> => {
  const isOther = ({ articleId }: { readonly articleId: ArticleId }): boolean =>
    !articleIds.includes(articleId);
  const articles = (await catalogue.articles({}, 'newest')).filter(({ id }) => isOther({ articleId: id }));
  const passages = (await catalogue.passages({}, { hasAllVersions: true })).filter(isOther);
  return {
    tagIds: [...articles, ...passages].flatMap(({ tagIds }) => tagIds),
    sourceIds: [
      ...articles.map(({ publication }) => publication),
      ...passages.map(({ speaker }) => speaker),
    ].flatMap((source) => (source === null ? [] : source.id)),
  };
};

/** The live records on the branches of `mine` of which nothing of `others` stands at or below. */
const onlyOn = <T extends TreeRecord>(
  tree: Tree<T>,
  mine: readonly T['id'][],
  others: readonly T['id'][],
): readonly T[] => {
  const kept = new Set(others.flatMap((id) => branchOf(tree, id)));
  const candidates = new Set(mine.flatMap((id) => branchOf(tree, id)));
  for (const record of tree.values()) {
    // What the analyst has put below a tag of the sample keeps that tag.
    if (isLive(record) && !candidates.has(record))
      for (const above of branchOf(tree, record.id)) kept.add(above);
  }
  return [...candidates].filter((record) => !kept.has(record));
};

/** Tags and sources that only the sample uses: nothing is left that names them once it is gone. */
export const unusedWithoutSample = async (
  reader: ArchiveReader,
  catalogue: Catalogue,
  articleIds: readonly ArticleId[],
  { tags, sources }: { readonly tags: Tree<Tag>; readonly sources: Tree<Source> },
): Promise<Result<{ readonly tags: readonly Tag[]; readonly sources: readonly Source[] }, AppError>> => {
  const mine = await usedBySample(reader, articleIds);
  if (!mine.ok) return mine;
  const others = await usedByOthers(catalogue, articleIds);
  return ok({
    tags: onlyOn(tags, mine.value.tagIds, others.tagIds),
    sources: onlyOn(sources, mine.value.sourceIds, others.sourceIds),
  });
};
