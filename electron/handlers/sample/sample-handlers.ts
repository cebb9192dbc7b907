import type { Change } from '#domain/archive/changes.ts';
import type { EventsFile } from '#domain/archive/files.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ArticleId, MemoId, SourceId, TagId } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import type { Source } from '#domain/source/source.ts';
import type { Tag } from '#domain/tag/tag.ts';
import { toTimestamp } from '#domain/time.ts';
import { branchOf, indexTree, isLive, type Tree, type TreeRecord } from '#domain/tree/record-tree.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import type { Catalogue } from '#electron/ports/catalogue.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { sourceChanges, tagChanges } from '../shared/tree-outcomes.ts';

type Deps = Pick<HandlerDeps, 'archive' | 'catalogue' | 'machine'>;
type SampleFolders = { readonly articleIds: readonly ArticleId[]; readonly memoIds: readonly MemoId[] };

const findSample = async (catalogue: Catalogue): Promise<SampleFolders> => {
  await catalogue.ready;
  const isSample = (row: { readonly isSample: boolean }): boolean => row.isSample;
  return {
    articleIds: (await catalogue.articles({}, 'oldest')).filter(isSample).map(({ id }) => id),
    memoIds: (await catalogue.memos()).filter(isSample).map(({ id }) => id),
  };
};

const toTrash = ({ articleIds, memoIds }: SampleFolders): readonly Change[] => [
  ...memoIds.map((id) => ({ type: 'folder', kind: 'memo', id, to: 'trash' }) as const),
  ...articleIds.map((id) => ({ type: 'folder', kind: 'article', id, to: 'trash' }) as const),
];

type Used = { readonly tagIds: readonly TagId[]; readonly sourceIds: readonly SourceId[] };

/** The tags and sources to which the sample's own articles and passages refer. */
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
      ...passages.flatMap(({ concernedIds }) => concernedIds),
    );
  }
  return ok({ tagIds, sourceIds });
};

/** The tags and sources to which everything else refers. */
const usedByOthers = async (
  catalogue: Catalogue,
  articleIds: readonly ArticleId[],
  events: EventsFile['events'],
): Promise<Used> => {
  const isOther = ({ articleId }: { readonly articleId: ArticleId }): boolean =>
    !articleIds.includes(articleId);
  const articles = (await catalogue.articles({}, 'newest')).filter(({ id }) => isOther({ articleId: id }));
  const passages = (await catalogue.passages({}, { hasAllVersions: true })).filter(isOther);
  return {
    tagIds: [...articles, ...passages].flatMap(({ tagIds }) => tagIds),
    sourceIds: [
      ...articles.map(({ publication }) => publication),
      ...passages.flatMap(({ speaker, concerned }) => [speaker, ...concerned]),
    ]
      .flatMap((source) => (source === null ? [] : source.id))
      .concat(events.flatMap(({ concernedIds }) => concernedIds)),
  };
};

/** The live records on the branches of `mine` that have none of `others` at or below them. */
const onlyOn = <T extends TreeRecord>(
  tree: Tree<T>,
  mine: readonly T['id'][],
  others: readonly T['id'][],
): readonly T[] => {
  const kept = new Set(others.flatMap((id) => branchOf(tree, id)));
  const candidates = new Set(mine.flatMap((id) => branchOf(tree, id)));
  for (const record of tree.values()) {
    // A tag of the sample stays if the analyst has put a tag below it.
    if (isLive(record) && !candidates.has(record))
      for (const above of branchOf(tree, record.id)) kept.add(above);
  }
  return [...candidates].filter((record) => !kept.has(record));
};

/** Tags and sources that only the sample uses: once it is removed, nothing refers to them. */
const unusedWithoutSample = async (
  reader: ArchiveReader,
  catalogue: Catalogue,
  articleIds: readonly ArticleId[],
  { tags, sources }: { readonly tags: Tree<Tag>; readonly sources: Tree<Source> },
): Promise<Result<{ readonly tags: readonly Tag[]; readonly sources: readonly Source[] }, AppError>> => {
  const mine = await usedBySample(reader, articleIds);
  if (!mine.ok) return mine;
  const events = await reader.events();
  if (!events.ok) return events;
  const others = await usedByOthers(catalogue, articleIds, events.value.events);
  return ok({
    tags: onlyOn(tags, mine.value.tagIds, others.tagIds),
    sources: onlyOn(sources, mine.value.sourceIds, others.sourceIds),
  });
};

/** The changes that remove the tags and sources that only the sample uses. */
const takeReferences = async (
  { catalogue, machine }: Deps,
  reader: ArchiveReader,
  articleIds: readonly ArticleId[],
): Promise<Result<readonly Change[], AppError>> => {
  const tagFile = await reader.tags();
  if (!tagFile.ok) return tagFile;
  const sourceFile = await reader.sources();
  if (!sourceFile.ok) return sourceFile;
  const trees = { tags: indexTree(tagFile.value.tags), sources: indexTree(sourceFile.value.sources) };
  const unused = await unusedWithoutSample(reader, catalogue, articleIds, trees);
  if (!unused.ok) return unused;
  const at = toTimestamp(machine.nowMs());
  const gone = { deletedAt: at, updatedAt: at };
  return ok([
    ...tagChanges(unused.value.tags.map((before) => ({ before, after: { ...before, ...gone } }))),
    ...sourceChanges(unused.value.sources.map((before) => ({ before, after: { ...before, ...gone } }))),
  ]);
};

/** The use cases of the sample. */
export const createSampleHandlers = (deps: Deps): HandlersOn<'sample'> => ({
  /**
   * Moves the sample's articles and its memo to the trash, and marks the tags and sources as deleted that nothing else
   * uses: one act, which can be undone. Without a sample it does nothing.
   */
  'sample:remove': () =>
    deps.archive.perform(async (reader) => {
      const folders = await findSample(deps.catalogue);
      const name = 'remove-sample';
      if (folders.articleIds.length + folders.memoIds.length === 0)
        return ok({ value: null, name, changes: [] });
      const references = await takeReferences(deps, reader, folders.articleIds);
      if (!references.ok) return references;
      return ok({ value: null, name, changes: [...references.value, ...toTrash(folders)] });
    }),
});
