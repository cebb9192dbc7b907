import type { Change } from '#domain/archive/changes.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ArticleId, MemoId } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import { indexTree } from '#domain/tree/record-tree.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import type { Catalogue } from '#electron/ports/catalogue.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { sourceChanges, tagChanges } from '../shared/tree-outcomes.ts';
import { unusedWithoutSample } from './unused-without-sample.ts';

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
  ...memoIds.map((id) => ({ type: 'folder', holds: 'memo', id, to: 'trash' }) as const),
  ...articleIds.map((id) => ({ type: 'folder', holds: 'article', id, to: 'trash' }) as const),
];

/** The changes that take away the tags and sources that only the sample uses. */
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
   * Moves the sample's articles and its memo to the trash, and makes tombstones of the tags and sources that nothing
   * else uses: one act, which undo reverses. Without a sample it does nothing.
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
