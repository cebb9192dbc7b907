import type { AppError } from '#domain/contract/errors/app-error.ts';
import { newSourceIdSchema, newTagIdSchema, type TagId } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import type { SourcePath } from '#domain/source/parse-source-path.ts';
import type { Source } from '#domain/source/source.ts';
import type { Reliability } from '#domain/tradecraft/reliability.ts';
import { printNamePath } from '#domain/tree/name-path.ts';
import type { CommandContext } from '../../command-context.ts';

/** A tag or source that was made although there are others which may be meant: they were not taken for it. */
export type NearName = {
  readonly kind: 'tag' | 'source';
  readonly name: string;
  readonly others: readonly string[];
};

/** What a person at the terminal is told of it. */
export const sayNear = ({ kind, name, others }: NearName): string =>
  `the ${kind} ${name} was made. There is also ${others.join(', ')}, which is written otherwise and was not taken.`;

const nearName = (kind: NearName['kind'], name: string, others: readonly string[]): readonly NearName[] =>
  others.length === 0 ? [] : [{ kind, name, others }];

export type EnsuredTags = { readonly ids: readonly TagId[]; readonly near: readonly NearName[] };

/** The tags of those paths, made where they are missing. */
export async function ensureTags(
  { call, newId }: CommandContext,
  paths: readonly (readonly string[])[],
): Promise<Result<EnsuredTags, AppError>> {
  const ids: TagId[] = [];
  const near: NearName[] = [];
  for (const path of paths) {
    const tag = await call('tag:ensure', { tagId: newTagIdSchema.parse(newId()), path: [...path] });
    if (!tag.ok) return tag;
    ids.push(tag.value.id);
    near.push(...nearName('tag', printNamePath(path, '/'), tag.value.near));
  }
  return ok({ ids: [...new Set(ids)], near });
}

export type EnsuredSpeaker = { readonly source: Source | null; readonly near: readonly NearName[] };

/**
 * The speaker, with the letter that was given. One that is not there yet becomes a person: as an organisation it
 * would count as an origin of its own, and so confirm what it may only repeat.
 */
export async function ensureSource(
  { call, newId }: CommandContext,
  {
    source: path,
    reliability,
  }: { readonly source: SourcePath | null; readonly reliability: Reliability | null },
): Promise<Result<EnsuredSpeaker, AppError>> {
  if (path === null) return ok({ source: null, near: [] });
  const above = path.above.map((each) => ({ ...each }));
  const ensured = await call('source:ensure', {
    sourceId: newSourceIdSchema.parse(newId()),
    name: path.name,
    kind: 'person',
    parentId: null,
    above,
  });
  if (!ensured.ok) return ensured;
  const { near: others, ...source } = ensured.value;
  const near = nearName('source', printNamePath([...above.map(({ name }) => name), path.name]), others);
  if (reliability === null) return ok({ source, near });
  const set = await call('source:set-reliability', {
    sourceId: source.id,
    reliability,
    why: 'Set on the command line.',
  });
  return set.ok ? ok({ source: set.value, near }) : set;
}
