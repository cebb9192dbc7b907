/**
 * References that an act lays into a record. What is written is the live record that an id stands for; an id that
 * stands for nothing is refused.
 */
import type { AppError } from '#domain/contract/errors.ts';
import type { SourceId, TagId } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import { indexSources, resolveSource } from '#domain/source/source-tree.ts';
import { indexTags, resolveTag, type TagTree } from '#domain/tag/tag-tree.ts';
import type { ArchiveReader } from '../../ports/archive.ts';
import { notFound } from './failures.ts';

/**
 * The tag ids of a record that carried `before` and is to carry `wanted`. Tags in the trash that it carried stay
 * on it unseen, so that restoring one brings it back to where it was.
 */
export const liveTagIds = async (
  reader: ArchiveReader,
  wanted: readonly TagId[],
  before: readonly TagId[] = [],
): Promise<Result<TagId[], AppError>> => {
  const file = await reader.tags();
  if (!file.ok) return file;
  const tags = indexTags(file.value.tags);
  const isGone = (id: TagId): boolean => resolveTag(tags, id) === null;
  const unknown = wanted.find((id) => isGone(id) && !before.includes(id));
  if (unknown !== undefined) return notFound('tag', unknown);
  return ok([...liveIds(tags, wanted), ...new Set(before.filter(isGone))]);
};

const liveIds = (tags: TagTree, ids: readonly TagId[]): ReadonlySet<TagId> =>
  new Set(ids.flatMap((id) => resolveTag(tags, id)?.id ?? []));

/** What tags and a source of another record stand for today; those that went meanwhile are left out. */
export const stillThere = async (
  reader: ArchiveReader,
  { tagIds, sourceId }: { readonly tagIds: readonly TagId[]; readonly sourceId: SourceId | null },
): Promise<Result<{ readonly tagIds: readonly TagId[]; readonly sourceId: SourceId | null }, AppError>> => {
  const [tags, sources] = [await reader.tags(), await reader.sources()];
  if (!tags.ok) return tags;
  if (!sources.ok) return sources;
  const source = sourceId === null ? null : resolveSource(indexSources(sources.value.sources), sourceId);
  return ok({
    tagIds: [...liveIds(indexTags(tags.value.tags), tagIds)],
    sourceId: source?.id ?? null,
  });
};

/** The live source that `id` stands for; null stays null. */
export const liveSourceId = async (
  reader: ArchiveReader,
  id: SourceId | null,
): Promise<Result<SourceId | null, AppError>> => {
  if (id === null) return ok(null);
  const file = await reader.sources();
  if (!file.ok) return file;
  const source = resolveSource(indexSources(file.value.sources), id);
  return source === null ? notFound('source', id) : ok(source.id);
};
