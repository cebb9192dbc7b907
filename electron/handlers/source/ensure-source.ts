import type { Change } from '#domain/archive/changes.ts';
import { sourceIdSchema } from '#domain/ids.ts';
import { findSource, nearSources, newSource, type Source } from '#domain/source/source.ts';
import { toTimestamp } from '#domain/time.ts';
import { indexTree } from '#domain/tree/record-tree.ts';
import type { Machine } from '../../ports/machine.ts';
import { recordChanges } from '../shared/record-changes.ts';

export type EnsuredSource = {
  readonly source: Source;
  /** The change of sources.json that creates the source; none if it exists. */
  readonly changes: readonly Change[];
  /** The names of existing sources similar to the name of a new one: see isNearName. */
  readonly near: readonly string[];
};

/**
 * The source with a name (see findSource), or a new one with the change that creates it. For acts that set a source on
 * the way: an import its publication, a passage its speaker.
 */
export const ensureSource = (
  sources: readonly Source[],
  asked: Pick<Source, 'name' | 'kind' | 'parentId'>,
  { newId, nowMs }: Machine,
): EnsuredSource => {
  const tree = indexTree(sources);
  const found = findSource(tree, asked);
  if (found !== null) return { source: found, changes: [], near: [] };
  const source = newSource(
    sourceIdSchema.parse(newId()),
    { ...asked, name: asked.name.trim() },
    toTimestamp(nowMs()),
  );
  return {
    source,
    changes: recordChanges({ kind: 'sources' }, 'sources', null, source),
    near: nearSources(tree, asked).map(({ name }) => name),
  };
};
