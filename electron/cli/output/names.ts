import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { SourceRow } from '#domain/contract/source.ts';
import type { TagRow } from '#domain/contract/tag.ts';
import type { SourceId, TagId } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import { printNamePath } from '#domain/tree/name-path.ts';
import type { CommandContext } from '../command-context.ts';

/** Tags and sources by id, since answers name them in words. */
export type Names = {
  /** Paths such as `China/dual use`, without those of tags that are gone. */
  readonly tagPaths: (ids: readonly TagId[]) => readonly string[];
  readonly source: (id: SourceId | null) => Pick<SourceRow, 'id' | 'name' | 'reliability'> | null;
};

/** A tag's path as it is typed. */
export const printTagPath = ({ path }: Pick<TagRow, 'path'>): string => printNamePath(path, '/');

export async function readNames({ call }: CommandContext): Promise<Result<Names, AppError>> {
  const [tags, sources] = await Promise.all([call('tag:list', {}), call('source:list', {})]);
  if (!tags.ok) return tags;
  if (!sources.ok) return sources;
  const paths = new Map(tags.value.map((tag) => [tag.id, printTagPath(tag)]));
  const rows = new Map(
    sources.value.map(({ id, name, reliability }) => [id, { id, name, reliability }] as const),
  );
  return ok({
    tagPaths: (ids) => ids.map((id) => paths.get(id)).filter((path) => path !== undefined),
    source: (id) => (id === null ? null : (rows.get(id) ?? null)),
  });
}
