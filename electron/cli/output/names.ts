import type { AppError } from '#domain/contract/errors/app-error.ts';
import { labelList } from '#domain/contract/label.ts';
import { type SourceRow, sourceList } from '#domain/contract/source.ts';
import { type TagRow, tagList } from '#domain/contract/tag.ts';
import type { SourceId, TagId } from '#domain/ids.ts';
import { type LabelId, type LabelSet, labelSetOf } from '#domain/passage/label.ts';
import { ok, type Result } from '#domain/result.ts';
import { printNamePath } from '#domain/tree/name-path.ts';
import type { CommandContext } from '../command-context.ts';

/** The names of tags and sources by id, for answers that print names. */
export type Names = {
  /** Paths such as `China/dual use`; deleted tags are omitted. */
  readonly tagPaths: (ids: readonly TagId[]) => readonly string[];
  /** The name of the label in a search. */
  readonly label: (id: LabelId) => string;
  readonly source: (id: SourceId | null) => Pick<SourceRow, 'id' | 'name' | 'reliability'> | null;
};

/** The path of a tag as it is typed. */
export const printTagPath = ({ path }: Pick<TagRow, 'path'>): string => printNamePath(path, '/');

/** The labels of the archive; the built-in ones if they can't be read. */
export async function readLabels({ call }: Pick<CommandContext, 'call'>): Promise<LabelSet> {
  const labels = await call(labelList, {});
  return labelSetOf(labels.ok ? labels.value : []);
}

export async function readNames({ call }: CommandContext): Promise<Result<Names, AppError>> {
  const [tags, sources] = await Promise.all([call(tagList, {}), call(sourceList, {})]);
  if (!tags.ok) return tags;
  if (!sources.ok) return sources;
  const paths = new Map(tags.value.map((tag) => [tag.id, printTagPath(tag)]));
  const rows = new Map(
    sources.value.map(({ id, name, reliability }) => [id, { id, name, reliability }] as const),
  );
  const labels = await readLabels({ call });
  return ok({
    label: labels.printed,
    tagPaths: (ids) => ids.map((id) => paths.get(id)).filter((path) => path !== undefined),
    source: (id) => (id === null ? null : (rows.get(id) ?? null)),
  });
}
