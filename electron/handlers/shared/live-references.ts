/**
 * References that an act writes into a record. What is written is the live record that an id stands for; an id that
 * stands for nothing is refused.
 */
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { SourceId, TagId } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import type { Source } from '#domain/source/source.ts';
import { setTagIds } from '#domain/tag/set-tag-ids.ts';
import { indexTree, resolveRecord } from '#domain/tree/record-tree.ts';
import type { ArchiveReader } from '../../ports/archive.ts';
import { notFound } from './failures.ts';

/** See setTagIds. Fails `not-found` for a tag that is gone. */
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

/** The live source that `id` stands for; null stays null. Fails `not-found` for one that is gone. */
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

/** As liveSource, by its id alone. */
export const liveSourceId = async (
  reader: ArchiveReader,
  id: SourceId | null,
): Promise<Result<SourceId | null, AppError>> => {
  const live = await liveSource(reader, id);
  return live.ok ? ok(live.value?.id ?? null) : live;
};
