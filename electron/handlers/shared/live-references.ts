/**
 * References that an act writes into a record. The id written is that of the live record to which an id leads; an id
 * that leads to none is refused.
 */
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { SourceId, TagId } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import type { Source } from '#domain/source/source.ts';
import { setTagIds } from '#domain/tag/set-tag-ids.ts';
import { indexTree, resolveRecord } from '#domain/tree/record-tree.ts';
import type { ArchiveReader } from '../../ports/archive.ts';
import { notFound } from './failures.ts';

/** See setTagIds. Fails with `not-found` for a deleted tag. */
export const liveTagIds = async (
  reader: ArchiveReader,
  wanted: readonly TagId[],
  before: readonly TagId[] = [],
): Promise<Result<TagId[], AppError>> => {
  const file = await reader.tags();
  if (!file.ok) return file;
  const tags = indexTree(file.value.tags);
  return setTagIds((id) => resolveRecord(tags, id)?.id ?? null, wanted, before);
};

/** The live source to which `id` leads; null stays null. Fails with `not-found` for a deleted one. */
export const liveSource = async (
  reader: ArchiveReader,
  id: SourceId | null,
): Promise<Result<Source | null, AppError>> => {
  if (id === null) return ok(null);
  const file = await reader.sources();
  if (!file.ok) return file;
  const source = resolveRecord(indexTree(file.value.sources), id);
  return source === null ? notFound('source', id) : ok(source);
};

/** As liveSource, but returns only its id. */
export const liveSourceId = async (
  reader: ArchiveReader,
  id: SourceId | null,
): Promise<Result<SourceId | null, AppError>> => {
  const live = await liveSource(reader, id);
  return live.ok ? ok(live.value?.id ?? null) : live;
};
