import type { RecordChange } from '#domain/archive/changes.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { ok, type Result } from '#domain/result.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import { recordChanges } from '../shared/record-changes.ts';
import type { BackedUpReferences } from './read-backed-up.ts';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gu;

/** Every id that a record names, whatever the field: no new field can be forgotten here. */
const idsIn = (record: unknown): readonly string[] => JSON.stringify(record).match(UUID) ?? [];

/** Those of `known` that the records need and `there` lacks, with those that these need in their turn. */
const findMissing = <R extends { readonly id: string }>(
  records: unknown,
  known: readonly R[],
  there: readonly R[],
): readonly R[] => {
  const byId = new Map(known.map((record) => [record.id, record]));
  for (const { id } of there) byId.delete(id);
  const missing: R[] = [];
  for (let open = idsIn(records); open.length > 0; ) {
    const found = [...new Set(open)].flatMap((id) => byId.get(id) ?? []);
    for (const { id } of found) byId.delete(id);
    missing.push(...found);
    open = idsIn(found);
  }
  return missing;
};

/** The tags and sources that records of a backup refer to and the archive has no more, as they were then. */
export const missingReferences = async (
  reader: ArchiveReader,
  records: unknown,
  { tags, sources }: BackedUpReferences,
): Promise<Result<readonly RecordChange[], AppError>> => {
  const [tagFile, sourceFile] = [await reader.tags(), await reader.sources()];
  if (!tagFile.ok) return tagFile;
  if (!sourceFile.ok) return sourceFile;
  const missingSources = findMissing(records, sources, sourceFile.value.sources);
  const missingTags = findMissing(records, tags, tagFile.value.tags);
  return ok([
    ...missingSources.flatMap((source) => recordChanges({ kind: 'sources' }, 'sources', null, source)),
    ...missingTags.flatMap((tag) => recordChanges({ kind: 'tags' }, 'tags', null, tag)),
  ]);
};
