import type { SourceId } from '../ids.ts';
import type { Timestamp } from '../time.ts';
import type { TreeEdit } from '../tree/change-tree.ts';
import { childNamed, indexTree, isWithin } from '../tree/record-tree.ts';
import type { NamedSource } from './parse-source-path.ts';
import { findSource, nearSources, type Source, type SourceTree } from './source.ts';

export type EnsuredSourcePath = {
  readonly source: Source;
  /** What makes or moves the sources of the path, from the top down; none where all of it was there. */
  readonly edits: readonly TreeEdit<Source>[];
  /** The names of sources that may be meant by those that were missing: see isNearName. */
  readonly near: readonly string[];
};

type Step = {
  readonly source: Source;
  readonly edit: TreeEdit<Source> | null;
  readonly near: readonly Source[];
};
/** Makes a source of a level of the path, 0 being the top. */
type Make = (asked: Pick<Source, 'name' | 'kind' | 'parentId'>, level: number) => Source;

const isSpeaker = ({ kind }: NamedSource): boolean => kind !== 'publication' && kind !== 'document';

/** The speaker with that name at the top of the tree, made before its place was known; null where there is none. */
export const atTop = (
  sources: SourceTree,
  { name, kind }: NamedSource,
  parentId: SourceId,
): Source | null => {
  const found = childNamed(sources, null, name);
  if (found === null || !isSpeaker(found) || !isSpeaker({ name, kind })) return null;
  return isWithin(sources, parentId, found.id) ? null : found;
};

const step = (
  sources: SourceTree,
  asked: NamedSource,
  { parentId, level }: { readonly parentId: SourceId | null; readonly level: number },
  { make, at }: { readonly make: Make; readonly at: Timestamp },
): Step => {
  const found = findSource(sources, { ...asked, parentId });
  if (found !== null) return { source: found, edit: null, near: [] };
  const alone = parentId === null ? null : atTop(sources, asked, parentId);
  const source = alone === null ? make({ ...asked, parentId }, level) : { ...alone, parentId, updatedAt: at };
  const near = alone === null ? nearSources(sources, { ...asked, parentId }) : [];
  return { source, edit: { before: alone, after: source }, near };
};

/**
 * The source at the end of `path`, from the top down. The first is any of that name (see findSource); each other
 * is the one directly below, found by name or alias. Missing ones are made; but a speaker at the top with the name
 * of a lower level is moved there, since it is the same one. `path` is not empty.
 */
export const ensureSourcePath = (
  sources: readonly Source[],
  [first, ...below]: readonly [NamedSource, ...NamedSource[]],
  how: { readonly make: Make; readonly at: Timestamp },
): EnsuredSourcePath => {
  const known = new Map(indexTree(sources));
  const edits: TreeEdit<Source>[] = [];
  const names: string[] = [];
  const take = ({ source, edit, near }: Step): Source => {
    known.set(source.id, source);
    if (edit !== null) edits.push(edit);
    names.push(...near.map(({ name }) => name));
    return source;
  };
  const top = take(step(known, first, { parentId: null, level: 0 }, how));
  const source = below.reduce<Source>(
    (parent, asked, index) => take(step(known, asked, { parentId: parent.id, level: index + 1 }, how)),
    top,
  );
  return { source, edits, near: names };
};
